package org.shouxin.gateway.people;

import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What HR says; which parts are needed follows from the kind. */
@Input("StaffChangeInput")
public record StaffChangeInput(
    @NonNull String kind,
    @NonNull String employeeNo,
    @Nullable String identityNumber,
    @Nullable List<String> roles,
    @Nullable String branch,
    @Nullable String externalCheck,
    @Nullable String overrideReason,
    @Nullable String successor,
    @NonNull String effectiveOn) {

  @Override
  public String toString() {
    return "StaffChangeInput[redacted]";
  }
}
