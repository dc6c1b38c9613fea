package org.shouxin.launcher.postgres;

import java.util.Locale;
import org.shouxin.launcher.Component;

/** The four databases. Each has a runtime role of its own name and an owner for migrations. */
public enum DatabaseName {
  CONSENT,
  RECORDS,
  AUDIT,
  /** Data keys; apart, so that they are never part of a backup of the records. */
  KEYS;

  /**
   * The server that holds it: the keys have their own, so that no WAL or base backup mixes them.
   */
  public Component server() {
    return this == KEYS ? Component.KEY_STORE : Component.POSTGRESQL;
  }

  /** The name in SQL, also that of the runtime role. */
  public String sql() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role that owns the tables and runs the migrations. */
  public String owner() {
    return sql() + "_owner";
  }
}
