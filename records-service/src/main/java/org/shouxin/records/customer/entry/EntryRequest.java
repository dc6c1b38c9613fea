package org.shouxin.records.customer.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.customer.Fact;

/**
 * A person as staff type her in; dates ISO, gender M or F, idType a code of DR-04.
 *
 * @param customerId the id under which somebody new was shown the notice before (R-CN-01)
 */
record EntryRequest(
    @Nullable @Size(max = 64) String customerId,
    @NotBlank @Size(max = 200) String name,
    @Nullable @Size(max = 20) String gender,
    @Nullable @Size(max = 20) String birthDate,
    @Nullable @Size(max = 20) String idType,
    @Nullable @Size(max = 100) String idNumber,
    @Nullable @Size(max = 20) String idValidUntil,
    @Nullable @Size(max = 100) String mobile,
    @Nullable @Size(max = 300) String email,
    @Nullable @Size(max = 500) String address,
    @Nullable @Size(max = 100) String occupation,
    @Nullable @Size(max = 100) String nationality) {

  /** What was filled in. */
  Map<Fact, String> said() {
    Map<Fact, String> said = new EnumMap<>(Fact.class);
    put(said, Fact.NAME, name);
    put(said, Fact.GENDER, gender);
    put(said, Fact.BIRTH_DATE, birthDate);
    put(said, Fact.ID_TYPE, idType);
    put(said, Fact.ID_NUMBER, idNumber);
    put(said, Fact.ID_VALID_UNTIL, idValidUntil);
    put(said, Fact.MOBILE, mobile);
    put(said, Fact.EMAIL, email);
    put(said, Fact.ADDRESS, address);
    put(said, Fact.OCCUPATION, occupation);
    put(said, Fact.NATIONALITY, nationality);
    return said;
  }

  private static void put(Map<Fact, String> said, Fact fact, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      said.put(fact, value);
    }
  }

  @Override
  public String toString() {
    return "EntryRequest[redacted]";
  }
}
