package org.shouxin.consent.permission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.identity.Role;

/**
 * How one decision came about: who asked what, and for each person the facts, the rules in order,
 * the answer.
 *
 * @param recipientStanding the calling partner's standing, null for other actors
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Derivation(
    UUID id,
    Instant decidedAt,
    String actorKind,
    String actorId,
    List<String> roles,
    String purpose,
    int purposeVersion,
    String legalBasis,
    String article,
    String evidence,
    String ruleVersion,
    @Nullable String recipientStanding,
    List<String> asked,
    List<Of> people) {

  /** Puts the derivation together; all facts are of one question. */
  static Derivation of(PermissionDecision decision, List<Facts> facts) {
    Facts common = facts.getFirst();
    Recipient recipient = common.recipient();
    List<Of> people = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      people.add(of(facts.get(i), decision.people().get(i)));
    }
    return new Derivation(
        decision.id(),
        common.now(),
        common.actor().kind().label(),
        common.actor().id(),
        common.actor().roles().stream().map(Role::label).sorted().toList(),
        decision.purpose(),
        common.purpose().version(),
        common.purpose().basis().code(),
        common.purpose().article(),
        common.purpose().evidence().name(),
        decision.ruleVersion(),
        recipient == null ? null : recipient.standingOn(common.today()).name(),
        common.asked().stream().sorted().map(DataField::wire).toList(),
        people);
  }

  private static Of of(Facts facts, PermissionDecision.Answer answer) {
    Facts.Consent consent = facts.consent();
    return new Of(
        facts.person(),
        facts.child(),
        facts.ward(),
        consent == null
            ? null
            : new Consent(
                consent.id(),
                consent.state().label(),
                consent.decidedAs().name(),
                consent.categories().stream().sorted().map(Enum::name).toList()),
        steps(answer),
        answer);
  }

  private static List<Step> steps(PermissionDecision.Answer answer) {
    List<Step> steps = new ArrayList<>();
    for (PermissionRules.Rule rule : PermissionRules.IN_ORDER) {
      boolean decided = rule.id().equals(answer.rule());
      steps.add(
          new Step(
              rule.id(),
              rule.source(),
              decided ? String.valueOf(answer.reasonCode()) : Step.NO_OBJECTION));
      if (decided) {
        break;
      }
    }
    return steps;
  }

  /** The derivation for one person; a rule before the last one had no objection. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Of(
      Person facts,
      boolean child,
      boolean ward,
      @Nullable Consent consent,
      List<Step> rules,
      PermissionDecision.Answer answer) {

    Of with(List<Step> steps, PermissionDecision.Answer said) {
      return new Of(facts, child, ward, consent, steps, said);
    }
  }

  /** The consent that counted; {@code decidedAs} is missing in explanations from before V50. */
  record Consent(UUID id, String state, @Nullable String decidedAs, List<String> categories) {}

  /** One rule that was asked, the law or requirement behind it, and what it said. */
  record Step(String rule, String source, String opinion) {
    static final String NO_OBJECTION = "NO_OBJECTION";
  }

  /** The same derivation, of one person only. */
  Derivation about(String customer) {
    return with(people.stream().filter(person -> person.facts().id().equals(customer)).toList());
  }

  /** The same derivation with other people, or with another form of the same. */
  Derivation with(List<Of> others) {
    return new Derivation(
        id,
        decidedAt,
        actorKind,
        actorId,
        roles,
        purpose,
        purposeVersion,
        legalBasis,
        article,
        evidence,
        ruleVersion,
        recipientStanding,
        asked,
        others);
  }
}
