package org.shouxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs that a service's module brings besides the service, run in a JVM of their own. */
final class Programs {
  private Programs() {}

  /** Runs a class of a module and returns what it printed. */
  static String run(
      Path project,
      String module,
      String mainClass,
      List<String> arguments,
      Map<String, String> environment) {
    Path target = project.resolve(module).resolve("target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseCompactObjectHeaders", "-Xmx4g", "-Dfile.encoding=UTF-8", "-cp"));
    command.add(
        Stream.of(target.resolve("classes"), target.resolve("test-classes"))
                .map(Path::toString)
                .collect(Collectors.joining(":"))
            + ":"
            + Stream.of(target.resolve("quarkus-app/lib"), project.resolve("launcher/target/lib"))
                .map(Programs::libraries)
                .collect(Collectors.joining(":")));
    command.add(mainClass);
    command.addAll(arguments);
    return Tool.execute(command, environment);
  }

  private static String libraries(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .map(Path::toString)
          .sorted()
          .collect(Collectors.joining(":"));
    } catch (IOException notBuilt) {
      throw new UncheckedIOException(notBuilt);
    }
  }
}
