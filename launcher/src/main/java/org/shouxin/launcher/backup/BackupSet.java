package org.shouxin.launcher.backup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;

/** What is backed up together: each server by itself, with a key and a retention of its own. */
public enum BackupSet {
  /** Consents, records and the audit log; all of people only as ciphertext. */
  RECORDS(Component.POSTGRESQL),
  /** The wrapped data keys: kept for days only, so that a destroyed key ends everywhere (RT-21). */
  KEYS(Component.KEY_STORE);

  private final Component server;

  BackupSet(Component server) {
    this.server = server;
  }

  Component server() {
    return server;
  }

  List<DatabaseName> databases() {
    return Arrays.stream(DatabaseName.values()).filter(one -> one.server() == server).toList();
  }

  /** Its folder in a backup location, and the name of its key file. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
