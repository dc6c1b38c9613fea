package org.shouxin.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the files and ports of one installation are.
 *
 * @param project the folder of the script {@code shouxin}
 * @param home the state folder, {@code .shouxin} unless chosen otherwise
 * @param portOffset added to every port, so that installations run beside each other
 */
public record Layout(Path project, Path home, int portOffset) {

  /** The layout of the project that the working folder lies in. */
  public static Layout of(Path home, int portOffset) {
    return new Layout(findProject(), home.toAbsolutePath().normalize(), portOffset);
  }

  /** The layout of the usual installation. */
  public static Layout usual(int portOffset) {
    Path project = findProject();
    return new Layout(project, project.resolve(".shouxin"), portOffset);
  }

  private static Path findProject() {
    String told = System.getProperty("shouxin.project");
    @Nullable Path folder = Path.of(told == null ? "" : told).toAbsolutePath().normalize();
    while (folder != null && !Files.exists(folder.resolve("shouxin"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new LauncherException(
          "The project was not found from the working folder. Start it as ./shouxin in the project.");
    }
    return folder;
  }

  /** Unpacked programs, the same for every home of this project. */
  public Path cache() {
    return project.resolve(".shouxin/cache");
  }

  /** Class archives that make the second start quick; one per home, since the JVM rewrites them. */
  public Path archives() {
    return home.resolve("archives");
  }

  /** The data folder of one of the two PostgreSQL servers. */
  public Path postgresData(Component server) {
    return home.resolve(server.title());
  }

  /**
   * Where a server's archived WAL waits to be sealed; archiving begins once the folder exists, that
   * is with the first backup.
   */
  public Path walSpool(Component server) {
    return home.resolve("wal-spool").resolve(server.title());
  }

  public Path keycloakHome() {
    return home.resolve("keycloak");
  }

  public Path secrets() {
    return home.resolve("secrets");
  }

  public Path demo() {
    return home.resolve("demo");
  }

  /** Configuration files of the services, with passwords. */
  public Path configuration() {
    return home.resolve("configuration");
  }

  public Path logs() {
    return home.resolve("logs");
  }

  /** The witness's own key and what it has seen of the log; none of audit-service's business. */
  public Path witness() {
    return home.resolve("witness");
  }

  /** Pid files and what else only means something while the installation runs. */
  public Path run() {
    return home.resolve("run");
  }

  public Path log(Component component) {
    return logs().resolve(component.title() + ".log");
  }

  public int port(Component component) {
    return component.port() + portOffset;
  }

  /** The address people and tokens use, e.g. {@code http://localhost:8080}. */
  public URI url(Component component) {
    return URI.create("http://localhost:" + port(component));
  }

  /** The folder of the project's data that may lie beside it, {@code ../shared/data}. */
  public Path sharedData() {
    return project.resolveSibling("shared").resolve("data");
  }

  /** Makes the folders of the home, readable by their owner only. */
  public void createFolders() {
    try {
      OwnerOnly.folder(home);
      for (Path folder :
          new Path[] {logs(), run(), archives(), demo(), configuration(), witness()}) {
        OwnerOnly.folder(folder);
      }
      Files.createDirectories(cache());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
