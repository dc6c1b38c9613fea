package org.shouxin.consent.activity;

import java.util.EnumSet;
import java.util.Set;
import org.shouxin.consent.purpose.Category;

/** What makes an impact assessment mandatory before processing starts (PIPL 55). */
enum Trigger {
  SENSITIVE,
  AUTOMATED,
  PROVIDE,
  CROSS_BORDER,
  MAJOR_EFFECT;

  /** The triggers that a proposal pulls. */
  static Set<Trigger> of(Proposal proposal) {
    Set<Trigger> triggers = EnumSet.noneOf(Trigger.class);
    if (proposal.categories().stream().anyMatch(Category::sensitive)) {
      triggers.add(SENSITIVE);
    }
    if (proposal.automatedDecision()) {
      triggers.add(AUTOMATED);
    }
    if (proposal.recipientRequired()) {
      triggers.add(PROVIDE);
    }
    if (proposal.crossBorder()) {
      triggers.add(CROSS_BORDER);
    }
    if (proposal.majorEffect()) {
      triggers.add(MAJOR_EFFECT);
    }
    return triggers;
  }
}
