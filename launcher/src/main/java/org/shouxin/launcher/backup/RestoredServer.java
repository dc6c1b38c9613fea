package org.shouxin.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.shouxin.launcher.Cache;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.OwnerOnly;
import org.shouxin.launcher.postgres.Databases;
import org.shouxin.launcher.postgres.ServerProcess;
import org.shouxin.launcher.process.Children;

/**
 * A backup brought back to its restore point, as a server of its own in a scratch folder. Only the
 * administrator may connect: nobody reads before the erasure ledger was replayed.
 */
final class RestoredServer implements RestoredDatabases {
  private static final long PATIENCE_MILLIS = 3_600_000;
  private static final String HOST_RULES = "pg_hba.conf";
  private static final String HOST_RULES_BEFORE = "pg_hba.conf.backed-up";

  private final int port;
  private final String password;

  private RestoredServer(int port, String password) {
    this.port = port;
    this.password = password;
  }

  /**
   * Opens, unpacks and starts it.
   *
   * @param scratch an empty folder
   * @throws BackupException naming the part that was changed or the key that is missing
   */
  static RestoredServer restore(
      Manifest manifest,
      RestoreTarget target,
      Durability durability,
      BackupStore store,
      BackupKeys keys,
      Layout layout,
      Databases databases,
      Path scratch,
      Children children)
      throws IOException {
    Path data = OwnerOnly.folder(scratch.resolve("data"));
    Path wal = OwnerOnly.folder(scratch.resolve("wal"));
    unpack(manifest, store, keys, data);
    new WalArchive(layout, store, keys).open(manifest, target, wal);
    OwnerOnly.write(data.resolve("recovery.signal"), "");
    if (Files.exists(data.resolve(HOST_RULES))) {
      Files.move(data.resolve(HOST_RULES), data.resolve(HOST_RULES_BEFORE));
    }
    OwnerOnly.write(
        data.resolve(HOST_RULES),
        "host all " + Databases.ADMINISTRATOR + " 127.0.0.1/32 scram-sha-256\n");
    RestoredServer server =
        new RestoredServer(freePort(), databases.password(Databases.ADMINISTRATOR));
    ServerProcess process =
        new ServerProcess(
            "postgresql-restored-" + manifest.set().folder(),
            layout.cache(),
            data,
            server.port,
            scratch.resolve("server.log"));
    process.start(
        children,
        settings(manifest, target, durability, wal),
        () -> server.connect("postgres"),
        PATIENCE_MILLIS);
    return server;
  }

  private static void unpack(Manifest manifest, BackupStore store, BackupKeys keys, Path data)
      throws IOException {
    Path base = store.base(manifest.set(), manifest.id());
    keys.requireKey(manifest.set(), manifest.keyId(), manifest.title());
    if (!Files.exists(base)) {
      throw new BackupException(manifest.title() + " has lost its file " + base);
    }
    if (!Tally.sha256(base).equals(manifest.sha256())) {
      throw new BackupException(
          manifest.title() + " was changed: the digest of " + base + " is not the catalogue's");
    }
    try (InputStream in =
        new Seal(keys, manifest.set()).open(Files.newInputStream(base), manifest.id())) {
      DataFolderCopy.unpack(in, data);
    } catch (IOException e) {
      throw new BackupException(
          manifest.title() + " does not open with key " + manifest.keyId() + " as it is here", e);
    }
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
  }

  private static Map<String, String> settings(
      Manifest manifest, RestoreTarget target, Durability durability, Path wal) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("restore_command", "cp '" + wal.toString().replace("%", "%%") + "/%f' '%p'");
    settings.put("recovery_target_timeline", "current");
    if (target == RestoreTarget.STILL_POINT) {
      settings.put("recovery_target_name", Manifest.restorePoint(manifest.id()));
      settings.put("recovery_target_action", "promote");
    }
    settings.put("hot_standby", "off");
    settings.put("fsync", durability == Durability.KEPT ? "on" : "off");
    settings.put("archive_mode", "off");
    settings.put("max_connections", "20");
    settings.put("shared_buffers", "64MB");
    settings.put("jit", "off");
    return settings;
  }

  /**
   * Leaves a stopped restore as its services know it: the rules of who may connect are those of the
   * backup again.
   *
   * @param scratch the folder it was restored into
   */
  static void handOver(Path scratch) throws IOException {
    Path data = scratch.resolve("data");
    if (Files.exists(data.resolve(HOST_RULES_BEFORE))) {
      Files.move(
          data.resolve(HOST_RULES_BEFORE),
          data.resolve(HOST_RULES),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Cache.deleteAll(scratch.resolve("wal"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A connection to one of its databases, above every rule. */
  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, Databases.ADMINISTRATOR, password);
  }

  /** Like {@link #connect} where a fault means that the restore is worth nothing. */
  @Override
  public Connection open(String database) {
    try {
      return connect(database);
    } catch (SQLException e) {
      throw new LauncherException(
          "The restored database " + database + " cannot be opened: " + e.getMessage(), e);
    }
  }
}
