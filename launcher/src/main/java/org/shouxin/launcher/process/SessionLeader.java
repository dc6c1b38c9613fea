package org.shouxin.launcher.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Starts programs outside the terminal's process group, where the machine has {@code setsid}. */
public final class SessionLeader {
  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

  private SessionLeader() {}

  /** Words to put before a command. */
  public static List<String> prefix() {
    return onPath("setsid") ? List.of("setsid") : List.of();
  }

  private static boolean onPath(String program) {
    String path = System.getenv("PATH");
    return path != null
        && SEPARATOR
            .splitAsStream(path)
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
