package org.shouxin.audit.monitor.rule;

/** From which score on what is done. */
public record Levels(double warn, double stepUp, double block, double lock) {
  public Levels {
    if (warn <= 0 || stepUp <= warn || block <= stepUp || lock <= block) {
      throw new IllegalArgumentException("levels rise from warn to lock");
    }
  }

  /** What a score leads to. */
  Interception of(double score) {
    if (score >= lock) {
      return new Interception.Locked();
    }
    if (score >= block) {
      return new Interception.Blocked();
    }
    if (score >= stepUp) {
      return new Interception.SteppedUp();
    }
    return score >= warn ? new Interception.Warned() : new Interception.Clear();
  }
}
