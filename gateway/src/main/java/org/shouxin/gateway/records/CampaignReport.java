package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What the insurer is told of a campaign: codes, outcomes and evidence, never a value. */
public record CampaignReport(
    @NonNull @Id String campaignId,
    @NonNull String insurer,
    @NonNull String letterReference,
    @NonNull String letterSha256,
    @NonNull String dueOn,
    int policies,
    int cleanPolicies,
    @NonNull List<@NonNull Outcome> outcomes,
    @NonNull List<@NonNull Line> lines) {

  /** How many items stand so. */
  @org.eclipse.microprofile.graphql.Type("CampaignOutcome")
  public record Outcome(@NonNull String state, int items) {}

  /** One person in one policy. */
  @org.eclipse.microprofile.graphql.Type("CampaignLine")
  public record Line(
      @NonNull @Id String itemId,
      @Nullable String reference,
      @NonNull List<@NonNull String> defects,
      @NonNull String state,
      @Nullable String evidence,
      boolean commissionHeld) {}
}
