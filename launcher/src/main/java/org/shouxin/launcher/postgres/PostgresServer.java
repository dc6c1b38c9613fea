package org.shouxin.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.Cache;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.OwnerOnly;
import org.shouxin.launcher.process.Child;
import org.shouxin.launcher.process.Children;

/** An embedded PostgreSQL: a real server on 127.0.0.1, passwords only, its data kept. */
public final class PostgresServer {
  private static final String ADMINISTRATOR = Databases.ADMINISTRATOR;

  private final Layout layout;
  private final Databases databases;
  private final Component server;

  public PostgresServer(Layout layout, Databases databases, Component server) {
    this.layout = layout;
    this.databases = databases;
    this.server = server;
  }

  /** The folder with the server's programs ({@code bin/postgres}, {@code bin/initdb}). */
  public static Path programs(Layout layout) throws IOException {
    return PostgresBinaries.unpack(new Cache(layout.cache()));
  }

  /** Starts the server, makes databases and roles where they are missing, returns when usable. */
  public Child start(Children children) throws IOException {
    ServerProcess process =
        new ServerProcess(
            server.title(),
            layout.cache(),
            layout.postgresData(server),
            layout.port(server),
            layout.log(server));
    initialise(process);
    Child child =
        process.start(children, settings(), () -> databases.administrator(server, ADMINISTRATOR));
    try {
      new DatabaseRoles(
              Arrays.stream(DatabaseName.values()).filter(one -> one.server() == server).toList(),
              database -> databases.administrator(server, database),
              databases::password)
          .create();
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
    boolean keys = server == Component.KEY_STORE;
    return Map.ofEntries(
        Map.entry("max_connections", keys ? "60" : "150"),
        Map.entry("shared_buffers", keys ? "32MB" : "128MB"),
        Map.entry("max_wal_size", keys ? "128MB" : "512MB"),
        // Old segments are removed, not renamed: a destroyed key does not wait in them (D-71).
        Map.entry("wal_recycle", "off"),
        Map.entry("jit", "off"),
        Map.entry("archive_mode", "on"),
        Map.entry("archive_command", archiveCommand()));
  }

  /** A segment is archived once it is whole and flushed; before the first backup none is. */
  private String archiveCommand() {
    String spool = layout.walSpool(server).toString().replace("%", "%%");
    return "test ! -d '%s' || { cp %%p '%s/%%f.part' && sync '%s/%%f.part' && mv '%s/%%f.part' '%s/%%f'; }"
        .formatted(spool, spool, spool, spool, spool);
  }

  private void initialise(ServerProcess process) throws IOException {
    Path data = process.data();
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    requireNothingLost(data);
    Path fresh = data.resolveSibling(data.getFileName() + ".fresh");
    Cache.deleteAll(fresh);
    OwnerOnly.folder(fresh);
    Path passwordFile = layout.run().resolve(server.title() + ".password");
    OwnerOnly.write(passwordFile, databases.password(ADMINISTRATOR));
    try {
      List<String> command = ServerProcess.asOrdinaryUser();
      command.add(process.programs().resolve("bin/initdb").toString());
      command.addAll(List.of("-D", fresh.toString(), "-U", ADMINISTRATOR, "-A", "scram-sha-256"));
      command.addAll(List.of("--pwfile=" + passwordFile, "-E", "UTF8", "--locale=C", "--no-sync"));
      command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
      run(command, layout.log(server));
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /** An empty key store beside full records would lose everybody's data without a word. */
  private void requireNothingLost(Path data) {
    if (server == Component.KEY_STORE
        && Files.exists(layout.postgresData(Component.POSTGRESQL).resolve("PG_VERSION"))) {
      throw new LauncherException(
          "The key store's data folder "
              + data
              + " is missing beside existing records. Restore it from a backup of the keys"
              + " (docs/backup.md); a home of a version without key store is made new by ./shouxin reset.");
    }
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
}
