package org.shouxin.records.customer;

import java.util.Comparator;

/**
 * The personal values a statement can hold, in column order. Says also which value is in use when
 * sources differ (R-RC-01: side by side until resolved): a verified one before others; else, for
 * what identifies a person, the first recorded; for what changes in life, the newest.
 */
public enum Fact {
  NAME("name", true),
  GENDER("gender", true),
  BIRTH_DATE("birth_date", true),
  ID_TYPE("id_type", true),
  ID_NUMBER("id_number", true),
  ID_VALID_UNTIL("id_valid_until", false),
  MOBILE("mobile", false),
  EMAIL("email", false),
  ADDRESS("address", false),
  OCCUPATION("occupation", false),
  NATIONALITY("nationality", true);

  private final String column;
  private final boolean identifying;

  Fact(String column, boolean identifying) {
    this.column = column;
    this.identifying = identifying;
  }

  /** Column of customer_statement. */
  public String column() {
    return column;
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
