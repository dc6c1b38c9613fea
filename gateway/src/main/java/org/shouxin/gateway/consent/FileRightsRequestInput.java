package org.shouxin.gateway.consent;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A request under PIPL 44-50: ACCESS COPY CORRECT DELETE RESTRICT PORTABILITY EXPLAIN CLOSE_ACCOUNT
 * ...
 */
@Input("FileRightsRequestInput")
public record FileRightsRequestInput(
    @NonNull @Id String customerId, @NonNull String type, @Nullable String detail) {

  @Override
  public String toString() {
    return "FileRightsRequestInput[redacted]";
  }
}
