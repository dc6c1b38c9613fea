package org.shouxin.gateway.compliance;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.portal.Words;

/**
 * How a decision came about, from what was known then to every rule that was asked (R-CN-04).
 *
 * @param people each with its facts and the rules in their order
 */
public record DecisionExplanation(
    @NonNull @Id String id,
    @NonNull String decidedAt,
    @NonNull String actorKind,
    @NonNull String actorId,
    @NonNull List<@NonNull String> roles,
    @NonNull String purpose,
    int purposeVersion,
    @NonNull String legalBasis,
    @NonNull String article,
    @NonNull @Description("What the purpose needs: CONSENT, CONTRACT, REQUEST or NONE.")
        String evidence,
    @NonNull String ruleVersion,
    @Nullable String recipientStanding,
    @NonNull @Description("Fields that were asked for.") List<@NonNull String> asked,
    @NonNull List<@NonNull ExplainedPerson> people) {

  /** One person of the decision. */
  public record ExplainedPerson(
      @NonNull ExplainedFacts facts,
      boolean child,
      boolean ward,
      @Nullable ExplainedConsent consent,
      @NonNull List<@NonNull ExplainedRule> rules,
      @NonNull ExplainedAnswer answer) {}

  /** What was known of the person. */
  public record ExplainedFacts(
      @NonNull @Id String id,
      boolean minor,
      boolean restricted,
      @Nullable @Description("Null when nobody said.") Boolean held,
      boolean assigned,
      boolean contract,
      @Nullable @Description("Null when nobody said.") Boolean approved) {}

  /** The consent that was looked at. */
  public record ExplainedConsent(
      @NonNull @Id String id,
      @NonNull String state,
      @NonNull String decidedAs,
      @NonNull List<@NonNull String> categories) {}

  /** A rule that was asked: its source in law, and what it said. */
  public record ExplainedRule(
      @NonNull String rule, @NonNull String source, @NonNull String opinion) {}

  /** What was answered, with a sentence for the person. */
  public record ExplainedAnswer(
      boolean permitted,
      @NonNull String rule,
      @NonNull String legalBasis,
      @Nullable @Id String consentRecordId,
      @NonNull List<@NonNull String> fields,
      @NonNull Words reasons,
      @NonNull String reasonCode) {}
}
