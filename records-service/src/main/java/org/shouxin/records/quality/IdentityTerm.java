package org.shouxin.records.quality;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** DR-01: validity of a resident identity card by the age at issue (ID Card Law art 5). */
public final class IdentityTerm {
  /** 长期: valid for life. */
  public static final LocalDate LONG_TERM = LocalDate.of(9999, 12, 31);

  private IdentityTerm() {}

  /** Warnings about the term of a card; the issue date and birth date may be unknown. */
  public static Set<DefectCode> check(
      @Nullable LocalDate issuedOn,
      LocalDate validUntil,
      @Nullable LocalDate birthDate,
      LocalDate today) {
    Set<DefectCode> found = EnumSet.noneOf(DefectCode.class);
    if (validUntil.isBefore(today)) {
      found.add(DefectCode.ID_EXPIRED);
    }
    if (issuedOn != null && birthDate != null && !fits(issuedOn, validUntil, birthDate)) {
      found.add(DefectCode.ID_TERM);
    }
    return found;
  }

  private static boolean fits(LocalDate issuedOn, LocalDate validUntil, LocalDate birthDate) {
    long age = ChronoUnit.YEARS.between(birthDate, issuedOn);
    if (age >= 46) {
      return validUntil.equals(LONG_TERM);
    }
    int years = age < 16 ? 5 : age < 26 ? 10 : 20;
    return validUntil.equals(issuedOn.plusYears(years))
        || validUntil.equals(issuedOn.plusYears(years).minusDays(1));
  }
}
