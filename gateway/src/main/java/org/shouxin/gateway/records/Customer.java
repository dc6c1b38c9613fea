package org.shouxin.gateway.records;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * One person as records-service shows it to this caller: every value already masked (DR-07).
 *
 * @param withheld names of selected fields that the purpose excludes; null is none
 */
@Description(
    "One person, each field masked for the caller; null with an error where the purpose excludes it.")
public record Customer(
    @NonNull @Id String id,
    @Nullable String name,
    @Nullable String idType,
    @Nullable String idNumber,
    @Nullable String gender,
    @Nullable String birthDate,
    @Nullable String mobile,
    @Nullable String email,
    @Nullable String address,
    @NonNull List<@NonNull Policy> policies,
    @NonNull @Description("Why the caller may see this.") Decision decision,
    @Ignore @Nullable List<String> withheld) {

  /** The fields that records-service is asked for by name; the others come with every answer. */
  static final Set<String> FIELDS =
      Set.of(
          "name",
          "idType",
          "idNumber",
          "gender",
          "birthDate",
          "mobile",
          "email",
          "address",
          "policies");

  @SuppressWarnings("NullAway") // Jackson passes null for an absent list.
  public Customer {
    policies = policies == null ? List.of() : List.copyOf(policies);
  }

  @Override
  public String toString() {
    return "Customer[" + id + ", redacted]";
  }
}
