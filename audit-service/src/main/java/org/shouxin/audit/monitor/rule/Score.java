package org.shouxin.audit.monitor.rule;

import java.util.List;

/** A score with its explanation; contributions add up to the total. */
public record Score(
    double total, List<Contribution> contributions, Interception interception, String ruleVersion) {
  public Score {
    contributions = List.copyOf(contributions);
  }
}
