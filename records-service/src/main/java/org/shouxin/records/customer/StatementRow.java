package org.shouxin.records.customer;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.FieldPlace;
import org.shouxin.records.vault.IndexKind;

/** A statement ready to be inserted: values sealed, indexes and digest made. */
record StatementRow(
    CustomerId customer,
    UUID id,
    byte[] digest,
    Map<Fact, byte[]> values,
    byte @Nullable [] nameIndex,
    byte @Nullable [] idNumberIndex,
    byte @Nullable [] mobileIndex,
    List<byte[]> tokens) {

  /** All values together, of which the digest is made. */
  static String text(Map<Fact, String> facts) {
    StringJoiner text = new StringJoiner("\u001f");
    facts.forEach((fact, value) -> text.add(fact.column() + '=' + value));
    return text.toString();
  }

  static StatementRow seal(
      ControllerId controller,
      CustomerId customer,
      Map<Fact, String> facts,
      byte[] digest,
      BlindIndex index,
      DataKey key) {
    UUID id = Ids.next();
    Map<Fact, byte[]> sealed = new EnumMap<>(Fact.class);
    FieldPlace row = new FieldPlace(controller, customer, SealedCustomer.STATEMENT_TABLE, "", id);
    facts.forEach((fact, value) -> sealed.put(fact, key.seal(row.column(fact.column()), value)));
    String number = facts.get(Fact.ID_NUMBER);
    return new StatementRow(
        customer,
        id,
        digest,
        sealed,
        index(index, IndexKind.NAME, facts.get(Fact.NAME)),
        index(index, IndexKind.ID_NUMBER, number == null ? null : IdentityNumber.lifelong(number)),
        index(index, IndexKind.MOBILE, facts.get(Fact.MOBILE)),
        SearchTokens.of(index, facts));
  }

  /** The values a person's facts hold, in column order. */
  static Map<Fact, String> facts(PersonFacts person) {
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    put(facts, Fact.NAME, person.name());
    put(facts, Fact.GENDER, person.gender());
    put(facts, Fact.BIRTH_DATE, text(person.birthDate()));
    put(facts, Fact.ID_TYPE, person.idType());
    put(facts, Fact.ID_NUMBER, person.idNumber());
    put(facts, Fact.ID_VALID_UNTIL, text(person.idValidUntil()));
    put(facts, Fact.MOBILE, person.mobile());
    put(facts, Fact.EMAIL, person.email());
    put(facts, Fact.ADDRESS, person.address());
    put(facts, Fact.OCCUPATION, person.occupation());
    put(facts, Fact.NATIONALITY, person.nationality());
    return facts;
  }

  private static void put(Map<Fact, String> facts, Fact fact, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.put(fact, value);
    }
  }

  private static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  private static byte @Nullable [] index(BlindIndex index, IndexKind kind, @Nullable String value) {
    return value == null ? null : index.of(kind, value);
  }
}
