package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An agent of a partner; recipientId is for compliance. */
@Input("PartnerAgentInput")
public record PartnerAgentInput(
    @NonNull String identityNumber,
    @NonNull String certifiedUntil,
    @NonNull String evidence,
    @Nullable String recipientId) {

  @Override
  public String toString() {
    return "PartnerAgentInput[redacted]";
  }
}
