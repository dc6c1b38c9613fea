package org.shouxin.records.vault;

import io.quarkus.arc.ClientProxy;
import jakarta.enterprise.context.ApplicationScoped;
import org.shouxin.platform.database.Database;
import org.shouxin.testing.Statements;

/** The database of the keys, for tests that count what is asked of it. */
@ApplicationScoped
public class KeyStoreProbe {
  private final KeyStore store;

  KeyStoreProbe(KeyStore store) {
    this.store = store;
  }

  public Database database() {
    return (Database) Statements.field(ClientProxy.unwrap(store), "database");
  }
}
