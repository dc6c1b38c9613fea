package org.shouxin.consent.purpose;

import java.util.Arrays;
import java.util.Optional;

/** Fields of a customer record that a read can ask for, each of one category. */
public enum DataField {
  NAME("name", Category.IDENTITY),
  ID_TYPE("idType", Category.IDENTITY),
  ID_NUMBER("idNumber", Category.IDENTITY),
  GENDER("gender", Category.IDENTITY),
  BIRTH_DATE("birthDate", Category.IDENTITY),
  MOBILE("mobile", Category.CONTACT),
  EMAIL("email", Category.CONTACT),
  ADDRESS("address", Category.CONTACT),
  POLICIES("policies", Category.POLICY);

  private final String wire;
  private final Category category;

  DataField(String wire, Category category) {
    this.wire = wire;
    this.category = category;
  }

  /** The field's name in JSON and GraphQL. */
  public String wire() {
    return wire;
  }

  public Category category() {
    return category;
  }

  /** The field of this wire name, empty for a name that no record has. */
  public static Optional<DataField> find(String wire) {
    return Arrays.stream(values()).filter(field -> field.wire.equals(wire)).findFirst();
  }
}
