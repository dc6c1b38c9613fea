package org.shouxin.records.customer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.quality.IdType;
import org.shouxin.records.quality.ResidentIdentityNumber;
import org.shouxin.records.vault.DataKey;

/**
 * When somebody was born, for who protects children (PIPL 31): as the birth date says or the number
 * of the document, the later day where they differ. A beneficiary with an identity number is a
 * child although her row has no column for the birth date.
 */
public final class Birth {
  private Birth() {}

  /** As one source says; empty when neither tells. */
  public static Optional<LocalDate> of(PersonFacts said) {
    return latest(Optional.ofNullable(said.birthDate()), said.idType(), said.idNumber());
  }

  /** As the values in use say; empty when neither tells. */
  public static Optional<LocalDate> of(SealedCustomer customer, DataKey key) {
    return latest(
        customer.open(Fact.BIRTH_DATE, key).map(LocalDate::parse),
        customer.open(Fact.ID_TYPE, key).orElse(null),
        customer.open(Fact.ID_NUMBER, key).orElse(null));
  }

  private static Optional<LocalDate> latest(
      Optional<LocalDate> said, @Nullable String idType, @Nullable String idNumber) {
    boolean company = IdType.ORG.name().equals(idType);
    return Stream.concat(
            said.stream(),
            Stream.ofNullable(company ? null : idNumber)
                .flatMap(number -> ResidentIdentityNumber.findBirthDate(number).stream()))
        .max(Comparator.naturalOrder());
  }
}
