package org.shouxin.records.disclosure;

import java.time.LocalDate;
import org.shouxin.records.customer.Birth;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.DataKey;

/** Whose data need an approval to be read: people under 18 (Minors regs 36). */
final class Minors {
  private static final int AGE = 18;

  private Minors() {}

  static boolean isMinor(SealedCustomer customer, DataKey key, LocalDate today) {
    return Birth.of(customer, key).map(born -> born.plusYears(AGE).isAfter(today)).orElse(false);
  }
}
