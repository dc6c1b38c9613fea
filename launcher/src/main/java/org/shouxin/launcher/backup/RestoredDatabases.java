package org.shouxin.launcher.backup;

import java.sql.Connection;

/** A restored server that only the administrator may enter, wherever it runs. */
interface RestoredDatabases {
  /**
   * A connection to one of its databases, above every rule.
   *
   * @throws org.shouxin.launcher.LauncherException when the restore is worth nothing
   */
  Connection open(String database);
}
