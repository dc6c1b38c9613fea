package org.shouxin.launcher.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouxin.launcher.Cache;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.process.Child;
import org.shouxin.launcher.process.Children;

/**
 * One PostgreSQL process on a data folder: of the installation, or of a restore drill. It listens
 * on 127.0.0.1 only and logs no statements.
 *
 * @param name of the process; begins with {@code postgresql}
 * @param cache where the programs are unpacked
 */
public record ServerProcess(String name, Path cache, Path data, int port, Path log) {
  private static final int START_MILLIS = 60_000;
  private static final int PAUSE_MILLIS = 100;

  /** Opens a connection as administrator. */
  @FunctionalInterface
  public interface Opener {
    Connection open() throws SQLException;
  }

  /**
   * Starts the server and returns when a connection can be opened.
   *
   * @param settings of PostgreSQL, above those of the data folder
   * @param patienceMillis how long the start may take; recovery takes its time
   */
  public Child start(
      Children children, Map<String, String> settings, Opener opener, long patienceMillis)
      throws IOException {
    KilledServer.awaitEndOfChildren(data);
    List<String> command = asOrdinaryUser();
    command.add(programs().resolve("bin/postgres").toString());
    command.addAll(List.of("-D", data.toString()));
    Map<String, String> all = new TreeMap<>(settings);
    all.put("listen_addresses", "127.0.0.1");
    all.put("port", Integer.toString(port));
    all.put("unix_socket_directories", "");
    // No personal data in the server's log: no statements, no DETAIL lines with key values.
    all.put("log_min_error_statement", "panic");
    all.put("log_error_verbosity", "terse");
    all.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
    Child child = children.start(name, command, Map.of("LC_ALL", "C"), data, log);
    waitUntilUsable(child, opener, patienceMillis);
    return child;
  }

  /** Like the other with a minute of patience. */
  Child start(Children children, Map<String, String> settings, Opener opener) throws IOException {
    return start(children, settings, opener, START_MILLIS);
  }

  Path programs() throws IOException {
    return PostgresBinaries.unpack(new Cache(cache));
  }

  /** PostgreSQL refuses to run as root; a user namespace of its own makes it nobody. */
  static List<String> asOrdinaryUser() {
    List<String> prefix = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      prefix.addAll(List.of("unshare", "-U"));
    }
    return prefix;
  }

  private void waitUntilUsable(Child child, Opener opener, long patienceMillis) {
    long deadline = System.currentTimeMillis() + patienceMillis;
    while (true) {
      child.requireAlive();
      try (Connection connection = opener.open()) {
        connection.isValid(1);
        return;
      } catch (SQLException e) {
        if (System.currentTimeMillis() > deadline) {
          throw new LauncherException(
              "PostgreSQL did not get ready in time; see " + log + " and start again.", e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted while PostgreSQL was starting.", e);
    }
  }
}
