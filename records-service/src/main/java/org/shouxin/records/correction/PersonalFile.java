package org.shouxin.records.correction;

import java.util.Optional;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.DataKey;

/** A person and her key, as far as the actor has to do with her. */
record PersonalFile(SealedCustomer customer, DataKey key) {

  CustomerId id() {
    return customer.id();
  }

  /** The value in use, opened. */
  Optional<String> said(Fact fact) {
    return customer.open(fact, key);
  }
}
