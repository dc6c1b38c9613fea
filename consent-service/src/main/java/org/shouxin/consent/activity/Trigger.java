package org.shouxin.consent.activity;

import java.util.EnumSet;
import java.util.Set;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Words;

/** What makes an impact assessment mandatory before processing starts (PIPL 55). */
enum Trigger {
  SENSITIVE("敏感个人信息", "sensitive data"),
  AUTOMATED("自动化决策", "automated decisions"),
  ENTRUST("委托处理", "entrusting a processor"),
  PROVIDE("对外提供", "provision to others"),
  PUBLISH("公开", "publication"),
  CROSS_BORDER("出境", "transfer abroad"),
  MAJOR_EFFECT("对个人权益有重大影响", "major effect on personal rights");

  private final Words words;

  Trigger(String zh, String en) {
    this.words = new Words(zh, en);
  }

  Words words() {
    return words;
  }

  /** The triggers that a proposal pulls. */
  static Set<Trigger> of(Proposal proposal) {
    Set<Trigger> triggers = EnumSet.noneOf(Trigger.class);
    if (proposal.categories().stream().anyMatch(Category::sensitive)) {
      triggers.add(SENSITIVE);
    }
    if (proposal.automatedDecision()) {
      triggers.add(AUTOMATED);
    }
    if (proposal.entrusted()) {
      triggers.add(ENTRUST);
    }
    if (proposal.recipientRequired()) {
      triggers.add(PROVIDE);
    }
    if (proposal.published()) {
      triggers.add(PUBLISH);
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
