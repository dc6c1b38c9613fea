package org.shouxin.records.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * Opens a person's e-mail address. A notice of PIPL 57 is a duty by law: it needs no consent and a
 * restriction does not stop it; a destroyed key does.
 */
@ApplicationScoped
class ContactPoint {
  private static final Viewer WHOLE_CONTROLLER = new Viewer(null, null, true);

  private final Database database;
  private final CustomerFiles files;
  private final Vault vault;

  ContactPoint(Database database, CustomerFiles files, Vault vault) {
    this.database = database;
    this.files = files;
    this.vault = vault;
  }

  /** The address in use; empty for one who is unknown, destroyed, or has none. */
  Optional<String> find(ControllerId controller, CustomerId customer) {
    Map<CustomerId, DataKey> keys = vault.openKeys(controller, List.of(customer));
    DataKey key = keys.get(customer);
    if (key == null) {
      return Optional.empty();
    }
    SealedCustomer stored =
        database
            .read(
                controller,
                handle ->
                    files.load(handle, controller, WHOLE_CONTROLLER, List.of(customer), false))
            .get(customer);
    return stored == null ? Optional.empty() : stored.open(Fact.EMAIL, key);
  }
}
