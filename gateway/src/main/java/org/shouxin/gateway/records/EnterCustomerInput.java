package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A person as staff type her in; dates ISO, gender M or F, idType a code of DR-04. */
@Input("EnterCustomerInput")
public record EnterCustomerInput(
    @Nullable
        @Id
        @Description("The id under which somebody new was shown the notice before (R-CN-01).")
        String customerId,
    @NonNull String name,
    @Nullable String gender,
    @Nullable String birthDate,
    @Nullable String idType,
    @Nullable String idNumber,
    @Nullable String idValidUntil,
    @Nullable String mobile,
    @Nullable String email,
    @Nullable String address,
    @Nullable String occupation,
    @Nullable String nationality) {

  @Override
  public String toString() {
    return "EnterCustomerInput[redacted]";
  }
}
