package org.shouxin.records.disclosure;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.customer.Fact;

/** The fields of a customer that can be asked for, in the order they are answered. */
enum ServedField {
  NAME("name", Fact.NAME),
  ID_TYPE("idType", Fact.ID_TYPE),
  ID_NUMBER("idNumber", Fact.ID_NUMBER),
  GENDER("gender", Fact.GENDER),
  BIRTH_DATE("birthDate", Fact.BIRTH_DATE),
  MOBILE("mobile", Fact.MOBILE),
  EMAIL("email", Fact.EMAIL),
  ADDRESS("address", Fact.ADDRESS),
  POLICIES("policies", null);

  private final String wire;
  private final Optional<Fact> fact;

  ServedField(String wire, @Nullable Fact fact) {
    this.wire = wire;
    this.fact = Optional.ofNullable(fact);
  }

  /** Name in JSON, in the catalogue, in decisions and in audit events. */
  String wire() {
    return wire;
  }

  /** The stored fact behind it; empty for policies. */
  Optional<Fact> fact() {
    return fact;
  }

  /**
   * Reads field names.
   *
   * @throws ProblemException {@code FIELD_UNKNOWN}
   */
  static Set<ServedField> parse(List<String> names) {
    EnumSet<ServedField> fields = EnumSet.noneOf(ServedField.class);
    for (String name : names) {
      fields.add(find(name).orElseThrow(() -> new ProblemException(ProblemCode.FIELD_UNKNOWN)));
    }
    return fields;
  }

  static Optional<ServedField> find(String name) {
    return Arrays.stream(values()).filter(field -> field.wire.equals(name)).findAny();
  }

  static List<String> names(Set<ServedField> fields) {
    return fields.stream().map(ServedField::wire).toList();
  }
}
