package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A formal letter: named policies, or all of the insurer that began in a period when none is named.
 */
@Input("OpenCampaignInput")
public record OpenCampaignInput(
    @NonNull String insurer,
    @NonNull String reference,
    @NonNull String sha256,
    @NonNull String receivedOn,
    @NonNull String dueOn,
    @NonNull String consequence,
    @Nullable String startedFrom,
    @Nullable String startedTo,
    @NonNull List<@NonNull NamedPolicyInput> policies) {

  @Override
  public String toString() {
    return "OpenCampaignInput[redacted]";
  }
}
