package org.shouxin.gateway.portal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What supervision and the recipient itself see of its qualification (R-PT-01, R-PT-02). */
public record RecipientFile(
    @NonNull Licence licence,
    @Nullable SelfAssessment selfAssessment,
    @NonNull String reviewDueOn,
    boolean reviewOverdue,
    @NonNull @Description("Later than this day a missing check of the agreement is a warning.")
        String agreementCheckDueOn,
    boolean agreementCheckOverdue) {

  /** Licence to act as insurance intermediary. */
  public record Licence(
      @NonNull String number,
      @NonNull String expiresOn,
      @Nullable String scope,
      @Nullable List<@NonNull String> regions) {}

  /** The recipient's own assessment of its security. */
  public record SelfAssessment(@NonNull String reference, @NonNull String completedOn) {}
}
