package org.shouxin.records.customer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * The personal values a statement can hold, in column order. Says also which value is in use when
 * sources differ (R-RC-01: side by side until resolved): a verified one before others; else, for
 * what identifies a person, the first recorded; for what changes in life, the newest.
 */
public enum Fact {
  NAME("name", "name", true),
  GENDER("gender", "gender", true),
  BIRTH_DATE("birth_date", "birthDate", true),
  ID_TYPE("id_type", "idType", true),
  ID_NUMBER("id_number", "idNumber", true),
  ID_VALID_UNTIL("id_valid_until", "idValidUntil", false),
  MOBILE("mobile", "mobile", false),
  EMAIL("email", "email", false),
  ADDRESS("address", "address", false),
  OCCUPATION("occupation", "occupation", false),
  NATIONALITY("nationality", "nationality", true);

  private final String column;
  private final String wire;
  private final boolean identifying;

  Fact(String column, String wire, boolean identifying) {
    this.column = column;
    this.wire = wire;
    this.identifying = identifying;
  }

  /** Column of customer_statement. */
  public String column() {
    return column;
  }

  /** Name in JSON, in the catalogue and in audit events. */
  public String wire() {
    return wire;
  }

  /** What identifies a person: changed only by two people (R-RC-03). */
  public boolean isIdentifying() {
    return identifying;
  }

  /** The fact of this wire name. */
  public static Optional<Fact> find(String wire) {
    return Arrays.stream(values()).filter(fact -> fact.wire.equals(wire)).findAny();
  }

  /** The statement that comes first says the value in use. */
  Comparator<SealedStatement> precedence() {
    Comparator<SealedStatement> byAge = Comparator.comparing(SealedStatement::recordedAt);
    Comparator<SealedStatement> unverified = identifying ? byAge : byAge.reversed();
    return Comparator.comparing(
            SealedStatement::verifiedAt, Comparator.nullsLast(Comparator.reverseOrder()))
        .thenComparing(unverified);
  }
}
