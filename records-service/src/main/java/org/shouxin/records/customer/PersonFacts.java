package org.shouxin.records.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one natural person, already normalised and validated by intake
 * (DR-00..DR-06). Holds personal data: never logged, {@link #toString()} is redacted.
 *
 * @param name as spoken of, normalised by DR-06; the only value that is always there
 * @param gender {@code M} or {@code F}
 * @param idType a code of DR-04: RIC HKB CNP FPP HMT TWT HRP TRP FPR MIL BIR ORG
 * @param idNumber normalised (half-width, no blanks, upper-case)
 * @param idValidUntil ISO date, or {@code 9999-12-31} for 长期
 * @param mobile national form without prefix for the mainland, else E.164
 */
public record PersonFacts(
    String name,
    @Nullable String gender,
    @Nullable LocalDate birthDate,
    @Nullable String idType,
    @Nullable String idNumber,
    @Nullable LocalDate idValidUntil,
    @Nullable String mobile,
    @Nullable String email,
    @Nullable String address,
    @Nullable String occupation,
    @Nullable String nationality) {

  /** Only a name is known, as for most beneficiaries. */
  public static PersonFacts named(String name) {
    return new PersonFacts(name, null, null, null, null, null, null, null, null, null, null);
  }

  @Override
  public String toString() {
    return "PersonFacts[redacted]";
  }
}
