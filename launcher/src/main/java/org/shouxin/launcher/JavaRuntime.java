package org.shouxin.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the Java processes of one machine are started: small, and quick from the second time on. */
public final class JavaRuntime {
  private static final String KEEP_ARCHIVES = "shouxin.launcher.keep-archives";

  /** Set where processes live for minutes only, as in the system tests. */
  private static final String SHORT_LIVED = "shouxin.launcher.short-lived";

  private JavaRuntime() {}

  /**
   * Lets every process write down at its end which classes it used. The commands do this; tests,
   * whose homes are thrown away, save the time.
   */
  static void keepArchives() {
    System.setProperty(KEEP_ARCHIVES, "true");
  }

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
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    if (Boolean.getBoolean(SHORT_LIVED)) {
      // The second compiler takes longer than it will ever save.
      command.add("-XX:TieredStopAtLevel=1");
    }
    if (Boolean.getBoolean(KEEP_ARCHIVES)) {
      command.addAll(
          List.of(
              "-XX:+AutoCreateSharedArchive",
              "-XX:SharedArchiveFile=" + archive,
              "-Xlog:cds=off",
              "-Xlog:cds+dynamic=off"));
    }
    return command;
  }
}
