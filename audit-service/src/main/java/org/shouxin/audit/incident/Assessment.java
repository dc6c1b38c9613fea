package org.shouxin.audit.incident;

import java.util.List;
import org.shouxin.audit.incident.duty.Grade;

/**
 * What the severity wizard found, with its reasons.
 *
 * @param because the rules that fit, the deciding one first
 */
public record Assessment(Severity severity, Grade grade, List<Because> because) {

  /**
   * The answers to the wizard's questions.
   *
   * @param sensitive whether sensitive personal data are touched (PIPL 28)
   * @param published whether the data are in unknown hands
   * @param minors whether persons under 18 are affected
   */
  public record Severity(long persons, boolean sensitive, boolean published, boolean minors) {}

  /** A rule that fits. */
  public record Because(String rule, Grade grade, long personsAtLeast, String basis) {}
}
