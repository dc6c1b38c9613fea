package org.shouxin.records.vault;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.shouxin.platform.database.Database;

/**
 * Writes the keys' table anew after keys were destroyed, so that no page holds an old version of
 * their rows (promise 6). Readers wait for the moment it takes.
 */
@ApplicationScoped
public class KeySweep {
  private final Database database;

  KeySweep(@DataSource("keys") AgroalDataSource source) {
    this.database = new Database(source);
  }

  /** True when keys had been destroyed since the last time. */
  public boolean sweep() {
    return database.systemWrite(
        handle -> handle.createQuery("select sweep_destroyed_keys()").mapTo(Boolean.class).one());
  }
}
