package org.shouxin.records.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/** Loads the person whom a correction concerns, with her policies. */
@ApplicationScoped
class PersonalFiles {
  private final Database database;
  private final CustomerFiles files;
  private final Vault vault;

  PersonalFiles(Database database, CustomerFiles files, Vault vault) {
    this.database = database;
    this.files = files;
    this.vault = vault;
  }

  /**
   * The person herself, or somebody's own customer.
   *
   * @throws ProblemException {@code CUSTOMER_NOT_FOUND} for anyone else, unknown or not; {@code
   *     RESTRICTED} for an employee when her data are only stored
   */
  PersonalFile get(Actor actor, CustomerId id) {
    Map<CustomerId, SealedCustomer> stored =
        database.read(
            actor.controller(),
            handle -> files.load(handle, actor.controller(), Viewer.of(actor), List.of(id), true));
    SealedCustomer customer = stored.get(id);
    DataKey key = vault.openKeys(actor.controller(), List.of(id)).get(id);
    if (customer == null || key == null || !(actor.is(id) || isHers(actor, customer))) {
      throw new ProblemException(ProblemCode.CUSTOMER_NOT_FOUND);
    }
    if (customer.restricted() && !actor.is(id)) {
      throw new ProblemException(ProblemCode.RESTRICTED);
    }
    return new PersonalFile(customer, key);
  }

  private static boolean isHers(Actor actor, SealedCustomer customer) {
    return actor.kind() == ActorKind.EMPLOYEE && customer.assigned();
  }
}
