package org.shouxin.records.intake.row;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.quality.Gender;
import org.shouxin.records.quality.IdType;
import org.shouxin.records.quality.IdentityDocument;

/**
 * What a row says about one person; anything can be missing or faulty. Personal data: never
 * printed.
 */
record Party(
    @Nullable String name,
    @Nullable Gender gender,
    @Nullable LocalDate birthDate,
    @Nullable IdType idType,
    @Nullable String idNumber,
    @Nullable LocalDate idValidUntil,
    @Nullable String mobile,
    @Nullable String email,
    @Nullable String address,
    @Nullable String occupation,
    @Nullable String nationality) {

  /** True when both are named by the same identity document. */
  boolean sameDocument(Party other) {
    return idNumber != null && other.idNumber != null && holder().equals(other.holder());
  }

  /** True when both have an identity document, and not the same. */
  boolean otherDocument(Party other) {
    return idNumber != null && other.idNumber != null && !sameDocument(other);
  }

  /** This person, with what is missing taken from the same person elsewhere in the row. */
  Party completedBy(Party same) {
    return new Party(
        or(name, same.name),
        or(gender, same.gender),
        or(birthDate, same.birthDate),
        or(idType, same.idType),
        or(idNumber, same.idNumber),
        or(idValidUntil, same.idValidUntil),
        or(mobile, same.mobile),
        or(email, same.email),
        or(address, same.address),
        or(occupation, same.occupation),
        or(nationality, same.nationality));
  }

  /** For the register; only asked of a row without errors, which has a name. */
  PersonFacts facts() {
    return new PersonFacts(
        Objects.requireNonNull(name),
        gender == null ? null : gender.name(),
        birthDate,
        idType == null ? null : idType.name(),
        idNumber,
        idValidUntil,
        mobile,
        email,
        address,
        occupation,
        nationality);
  }

  @Override
  public String toString() {
    return "Party[redacted]";
  }

  private String holder() {
    String number = Objects.requireNonNull(idNumber);
    return idType == null ? number : IdentityDocument.holderKey(idType, number);
  }

  private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
    return first == null ? second : first;
  }
}
