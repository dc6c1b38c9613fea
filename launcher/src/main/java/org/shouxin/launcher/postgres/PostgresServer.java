package org.shouxin.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.Cache;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.OwnerOnly;
import org.shouxin.launcher.Secrets;
import org.shouxin.launcher.process.Child;
import org.shouxin.launcher.process.Children;

/** The embedded PostgreSQL: a real server on 127.0.0.1, passwords only, its data kept. */
public final class PostgresServer {
  private static final String ADMINISTRATOR = "postgres";
  private static final int START_MILLIS = 60_000;
  private static final int PAUSE_MILLIS = 100;

  private final Layout layout;
  private final Secrets secrets;

  public PostgresServer(Layout layout, Secrets secrets) {
    this.layout = layout;
    this.secrets = secrets;
  }

  /** Starts the server, makes databases and roles where they are missing, returns when usable. */
  public Child start(Children children) throws IOException {
    Path programs = PostgresBinaries.unpack(new Cache(layout.cache()));
    initialise(programs);
    KilledServer.awaitEndOfChildren(layout.postgresData());
    List<String> command = asOrdinaryUser();
    command.add(programs.resolve("bin/postgres").toString());
    command.addAll(List.of("-D", layout.postgresData().toString()));
    settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    Child child =
        children.start(
            Component.POSTGRESQL.title(),
            command,
            Map.of("LC_ALL", "C"),
            layout.postgresData(),
            layout.log(Component.POSTGRESQL));
    waitUntilUsable(child);
    try {
      new DatabaseRoles(this::administrator, this::password).create();
    } catch (SQLException e) {
      throw new LauncherException(
          "The databases could not be made: "
              + e.getMessage()
              + ". If the file "
              + layout.secrets()
              + " was replaced, put the old one back or run ./shouxin reset.",
          e);
    }
    return child;
  }

  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("listen_addresses", "127.0.0.1"),
        Map.entry("port", Integer.toString(layout.port(Component.POSTGRESQL))),
        Map.entry("unix_socket_directories", ""),
        Map.entry("max_connections", "150"),
        Map.entry("shared_buffers", "128MB"),
        Map.entry("max_wal_size", "512MB"),
        Map.entry("jit", "off"),
        // No personal data in the server's log: no statements, no DETAIL lines with key values.
        Map.entry("log_min_error_statement", "panic"),
        Map.entry("log_error_verbosity", "terse"));
  }

  private void initialise(Path programs) throws IOException {
    Path data = layout.postgresData();
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    Path fresh = data.resolveSibling("postgresql.fresh");
    Cache.deleteAll(fresh);
    OwnerOnly.folder(fresh);
    Path passwordFile = layout.run().resolve("postgresql.password");
    OwnerOnly.write(passwordFile, secrets.get("postgresql." + ADMINISTRATOR));
    try {
      List<String> command = asOrdinaryUser();
      command.add(programs.resolve("bin/initdb").toString());
      command.addAll(List.of("-D", fresh.toString(), "-U", ADMINISTRATOR, "-A", "scram-sha-256"));
      command.addAll(List.of("--pwfile=" + passwordFile, "-E", "UTF8", "--locale=C", "--no-sync"));
      command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
      run(command, layout.log(Component.POSTGRESQL));
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void run(List<String> command, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("LC_ALL", "C");
    try {
      if (builder.start().waitFor() != 0) {
        throw new LauncherException(
            "PostgreSQL could not set up its data folder; see " + log + ". Is the disk full?");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted while PostgreSQL set up its data folder.", e);
    }
  }

  /** PostgreSQL refuses to run as root; a user namespace of its own makes it nobody. */
  private static List<String> asOrdinaryUser() {
    List<String> prefix = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      prefix.addAll(List.of("unshare", "-U"));
    }
    return prefix;
  }

  private void waitUntilUsable(Child child) {
    long deadline = System.currentTimeMillis() + START_MILLIS;
    while (true) {
      child.requireAlive();
      try (Connection connection = administrator("postgres")) {
        connection.isValid(1);
        return;
      } catch (SQLException e) {
        if (System.currentTimeMillis() > deadline) {
          throw new LauncherException(
              "PostgreSQL did not get ready within a minute; see "
                  + layout.log(Component.POSTGRESQL)
                  + " and start again.",
              e);
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

  /** JDBC address of a database. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + layout.port(Component.POSTGRESQL) + "/" + database;
  }

  /** The password of a role. */
  public String password(String role) {
    return secrets.get("postgresql." + role);
  }

  /** A connection as the server's administrator, who is above every rule: for set-up and tests. */
  public Connection administrator(String database) throws SQLException {
    return DriverManager.getConnection(url(database), ADMINISTRATOR, password(ADMINISTRATOR));
  }
}
