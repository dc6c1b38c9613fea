package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Whom to list and why; without expiresOn for life. */
@Input("BanInput")
public record BanInput(
    @NonNull String identityNumber,
    @Nullable String employeeNo,
    @NonNull String actCode,
    @Nullable String evidence,
    @Nullable String expiresOn) {

  @Override
  public String toString() {
    return "BanInput[redacted]";
  }
}
