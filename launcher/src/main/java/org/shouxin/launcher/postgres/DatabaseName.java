package org.shouxin.launcher.postgres;

import java.util.Locale;

/** The four databases. Each has a runtime role of its own name and an owner for migrations. */
public enum DatabaseName {
  CONSENT,
  RECORDS,
  AUDIT,
  /** Data keys; apart, so that they are never part of a backup of the records. */
  KEYS;

  /** The name in SQL, also that of the runtime role. */
  public String sql() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role that owns the tables and runs the migrations. */
  public String owner() {
    return sql() + "_owner";
  }
}
