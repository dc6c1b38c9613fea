package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A policy that a letter names, and who has to see to it. */
@Input("NamedPolicyInput")
public record NamedPolicyInput(
    @NonNull String number, @Nullable String reference, @Nullable @Id String partnerId) {

  @Override
  public String toString() {
    return "NamedPolicyInput[redacted]";
  }
}
