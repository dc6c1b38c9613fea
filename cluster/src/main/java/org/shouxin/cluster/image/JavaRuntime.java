package org.shouxin.cluster.image;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JDK of this machine, linked to the modules that the services use, with the archive of its own
 * classes laid out for compact object headers. The same JDK gives the same bytes.
 *
 * @param version for the bill of materials, for example {@code 25.0.1+8-LTS}
 */
record JavaRuntime(Path folder, String version) {
  static final String PLACE = "/opt/java";
  static final String ARCHIVE = "shouxin.jsa";
  private static final String REMEDY = "JAVA_HOME must be a whole JDK 25.";

  private static final List<String> COMMON =
      List.of(
          PLACE + "/bin/java",
          "-XX:SharedArchiveFile=" + PLACE + "/lib/" + ARCHIVE,
          "-XX:+UseCompactObjectHeaders",
          "-XX:+UseSerialGC",
          "-XX:MaxRAMPercentage=60",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Duser.language=en",
          "-Duser.country=US");

  static JavaRuntime link(Path work) throws IOException {
    Path folder = work.resolve("java");
    Folders.delete(folder);
    Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
    Tool.run(
        work,
        REMEDY,
        List.of(
            jlink.toString(),
            "--add-modules",
            String.join(",", Resource.lines("java-modules.txt")),
            "--include-locales=en,zh",
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            folder.toString()));
    Tool.run(
        work,
        REMEDY,
        List.of(
            folder.resolve("bin/java").toString(),
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Xshare:dump",
            "-XX:SharedArchiveFile=" + folder.resolve("lib").resolve(ARCHIVE),
            "-Xlog:cds=off"));
    return new JavaRuntime(folder, System.getProperty("java.runtime.version", "25"));
  }

  FileEntriesLayer layer() {
    return LayerFiles.of("java", folder, PLACE, file -> true);
  }

  /**
   * How a program starts; memory follows the limit of its pod.
   *
   * @param program which one, with options of its own before
   */
  static List<String> command(List<String> program) {
    List<String> command = new ArrayList<>(COMMON);
    command.addAll(program);
    return List.copyOf(command);
  }
}
