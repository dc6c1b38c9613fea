package org.shouxin.launcher.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.shouxin.launcher.Cache;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;

/** Keycloak as it comes from Maven Central, unpacked and built once for its fixed options. */
final class KeycloakDistribution {
  /** Parts of the product that nothing here uses; each costs start-up time. */
  private static final String UNUSED =
      "--features-disabled=kerberos,ciba,device-flow,organization,passkeys,web-authn";

  private static final List<String> OPENED =
      List.of("java.util", "java.util.concurrent", "java.security", "java.lang");

  private final Layout layout;

  KeycloakDistribution(Layout layout) {
    this.layout = layout;
  }

  /** The folder of the built distribution. */
  Path prepare() throws IOException {
    Path zip = zip();
    String name = String.valueOf(zip.getFileName()).replace(".zip", "");
    return new Cache(layout.cache()).get(name, folder -> unpackAndBuild(zip, folder));
  }

  private Path zip() throws IOException {
    Path folder = layout.project().resolve("launcher/target/keycloak");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        var found = files.filter(file -> file.toString().endsWith(".zip")).findFirst();
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new LauncherException(
        "Keycloak is missing in " + folder + ". Build the project first: ./shouxin up does.");
  }

  private void unpackAndBuild(Path zip, Path folder) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path inside = Path.of(entry.getName());
        if (inside.getNameCount() < 2) {
          continue;
        }
        Path target = folder.resolve(inside.subpath(1, inside.getNameCount())).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("entry outside the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(in, target);
        }
      }
    }
    build(folder);
  }

  private void build(Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(programArguments(folder));
    command.addAll(List.of("build", "--db=dev-file", UNUSED));
    Path log = layout.logs().resolve("keycloak-build.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        throw new LauncherException(
            "Keycloak could not be prepared; see " + log + ". Is the disk full?");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted while Keycloak was being prepared.", e);
    }
  }

  /** What {@code kc.sh} passes to Java, without the shell. */
  static List<String> programArguments(Path home) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Dkc.home.dir=" + home);
    arguments.add("-Djboss.server.config.dir=" + home.resolve("conf"));
    arguments.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    arguments.add("-Dpicocli.disable.closures=true");
    arguments.add(
        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
    OPENED.forEach(name -> arguments.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    arguments.add("--enable-native-access=ALL-UNNAMED");
    arguments.add("-cp");
    arguments.add(home.resolve("lib/quarkus-run.jar").toString());
    arguments.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    return arguments;
  }
}
