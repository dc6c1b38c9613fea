package org.shouxin.launcher.command;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.RunState;
import org.shouxin.launcher.process.SessionLeader;

/** Starts a launcher in the background and shows what it says until everything is up. */
final class Detached {
  private static final int PAUSE_MILLIS = 200;

  private final Layout layout;
  private final PrintStream out;

  Detached(Layout layout, PrintStream out) {
    this.layout = layout;
    this.out = out;
  }

  /** Returns 0 when everything is up, else the status of the launcher that failed. */
  int start() throws IOException {
    layout.createFolders();
    Path log = layout.logs().resolve("launcher.log");
    Files.deleteIfExists(log);
    List<String> command = new ArrayList<>(SessionLeader.prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms16m", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.shouxin.launcher.Main", "up"));
    command.addAll(List.of("--home", layout.home().toString()));
    command.addAll(List.of("--port-offset", Integer.toString(layout.portOffset())));
    Process process =
        new ProcessBuilder(command)
            .directory(layout.project().toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(log.toFile())
            .start();
    return show(process, log);
  }

  private int show(Process process, Path log) throws IOException {
    try (RandomAccessFile reader = new RandomAccessFile(log.toFile(), "r")) {
      while (true) {
        boolean ended = !process.isAlive();
        boolean ready = RunState.isReady(layout.home());
        copy(reader);
        if (ended) {
          return process.exitValue() == 0 ? 1 : process.exitValue();
        }
        if (ready) {
          Thread.sleep(PAUSE_MILLIS);
          copy(reader);
          return 0;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private void copy(RandomAccessFile reader) throws IOException {
    byte[] bytes = new byte[(int) (reader.length() - reader.getFilePointer())];
    reader.readFully(bytes);
    out.write(bytes);
    out.flush();
  }
}
