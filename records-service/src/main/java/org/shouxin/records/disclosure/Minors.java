package org.shouxin.records.disclosure;

import java.time.LocalDate;

/** Whose data need an approval to be read: people under 18 (Minors regs 36). */
final class Minors {
  private static final int AGE = 18;

  private Minors() {}

  static boolean isMinor(LocalDate birthDate, LocalDate today) {
    return birthDate.plusYears(AGE).isAfter(today);
  }
}
