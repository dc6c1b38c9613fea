package org.shouxin.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Installation;

/**
 * The whole system in a home of its own, on ports beside the usual ones: PostgreSQL, Keycloak and
 * the four packaged services as separate processes, with the demo data in.
 */
public final class RunningSystem implements AutoCloseable {
  private static final int PORT_OFFSET = 400;

  private final Path home;
  private final Installation installation;

  private RunningSystem(Path home, Installation installation) {
    this.home = home;
    this.installation = installation;
  }

  static RunningSystem start() {
    return start(cleared("home"), PORT_OFFSET);
  }

  /**
   * One more installation beside the shared one: another home, other ports, nothing in common. Its
   * realm has the demo's people; the demo's data are left out by saying that they are in.
   */
  static RunningSystem startAnother(String name) {
    Path home = cleared(name);
    try {
      Files.writeString(Files.createDirectories(home.resolve("demo")).resolve("done"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return start(home, PORT_OFFSET + 1_000);
  }

  private static Path cleared(String name) {
    Path home = Project.path("system-tests/target/" + name);
    deleteAll(home);
    return home;
  }

  private static RunningSystem start(Path home, int portOffset) {
    return new RunningSystem(home, Installation.start(home, portOffset));
  }

  /** The installation itself: to stop, kill and start processes, and to look into databases. */
  public Installation installation() {
    return installation;
  }

  /** The folder that holds everything that was ever written to disk, logs included. */
  public Path home() {
    return home;
  }

  public URI url(Component component) {
    return installation.url(component);
  }

  /** Somebody of the demo realm with a fresh access token. */
  public Caller caller(String personOrClient) {
    return new Caller(url(Component.GATEWAY), installation.token(personOrClient));
  }

  /** A caller with a token of the test's choice. */
  public Caller callerWith(String token) {
    return new Caller(url(Component.GATEWAY), token);
  }

  /** The demo customer of that name with her own record's id. */
  public DemoCustomer customer(String person) {
    return new DemoCustomer(caller(person), installation.customerId(person));
  }

  /** The public log. */
  public PublicLog log() {
    return new PublicLog(url(Component.AUDIT).resolve("/tlog/"));
  }

  /** The log files of every process, rotated ones included. */
  public List<Path> logFiles() {
    try (Stream<Path> files = Files.walk(home.resolve("logs"))) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    installation.close();
  }

  private static void deleteAll(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException busy) {
      throw new UncheckedIOException(busy);
    }
  }
}
