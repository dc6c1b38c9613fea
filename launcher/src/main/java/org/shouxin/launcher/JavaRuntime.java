package org.shouxin.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the Java processes of one machine are started: small, and quick from the second time on. */
public final class JavaRuntime {
  private JavaRuntime() {}

  /**
   * The {@code java} of this process with the options all have in common.
   *
   * @param archive where the JVM keeps the classes it loaded for the next start
   * @param heapMegabytes the largest heap
   */
  public static List<String> command(Path archive, int heapMegabytes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMegabytes + "m");
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + archive,
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    return command;
  }
}
