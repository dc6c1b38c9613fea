package org.shouxin.consent.permission;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.identity.Actor;

/** Facts of which one or the other is different. */
record Situation(Facts facts) {
  Situation actor(Actor actor) {
    return of(actor, facts.objection(), facts.purpose(), facts.recipient(), facts.person());
  }

  Situation objection(ReasonCode objection) {
    return of(facts.actor(), objection, facts.purpose(), facts.recipient(), facts.person());
  }

  Situation purpose(Purpose purpose) {
    return of(facts.actor(), facts.objection(), purpose, facts.recipient(), facts.person());
  }

  Situation recipient(@Nullable Recipient recipient) {
    return of(facts.actor(), facts.objection(), facts.purpose(), recipient, facts.person());
  }

  Situation person(Person person) {
    return of(facts.actor(), facts.objection(), facts.purpose(), facts.recipient(), person);
  }

  Situation child(boolean child) {
    return of(child, facts.ward(), facts.consent(), facts.asked());
  }

  Situation ward(boolean ward) {
    return of(facts.child(), ward, facts.consent(), facts.asked());
  }

  Situation consent(Facts.@Nullable Consent consent) {
    return of(facts.child(), facts.ward(), consent, facts.asked());
  }

  Situation asked(Set<DataField> asked) {
    return of(facts.child(), facts.ward(), facts.consent(), asked);
  }

  private Situation of(
      Actor actor,
      @Nullable ReasonCode objection,
      Purpose purpose,
      @Nullable Recipient recipient,
      Person person) {
    return new Situation(
        new Facts(
            actor,
            objection,
            purpose,
            recipient,
            person,
            facts.child(),
            facts.ward(),
            facts.consent(),
            facts.asked(),
            facts.today(),
            facts.now()));
  }

  private Situation of(
      boolean child, boolean ward, Facts.@Nullable Consent consent, Set<DataField> asked) {
    return new Situation(
        new Facts(
            facts.actor(),
            facts.objection(),
            facts.purpose(),
            facts.recipient(),
            facts.person(),
            child,
            ward,
            consent,
            asked,
            facts.today(),
            facts.now()));
  }
}
