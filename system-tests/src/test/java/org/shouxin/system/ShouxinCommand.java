package org.shouxin.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A command of {@code ./shouxin} on the running system, as an operator types it. */
final class ShouxinCommand {
  private ShouxinCommand() {}

  /** A command's end: its status and all that it said. */
  record Ended(int status, String said) {}

  static Ended run(RunningSystem system, String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(Project.path("shouxin").toString()));
    line.addAll(List.of(words));
    line.addAll(List.of("--home", system.home().toString()));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }
}
