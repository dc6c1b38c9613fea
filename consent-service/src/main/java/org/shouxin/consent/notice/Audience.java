package org.shouxin.consent.notice;

import java.util.Arrays;
import java.util.Locale;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Whom a notice speaks to (R-CN-01). */
public enum Audience {
  APPLICANT,
  /** A third party whose data the applicant gave. */
  INSURED,
  /** Parent or guardian of a child under 14 (PIPL 31). */
  GUARDIAN,
  VISITOR;

  /**
   * Reads an audience, in any letter case.
   *
   * @throws ProblemException REQUEST_INVALID for any other word
   */
  public static Audience of(String text) {
    return Arrays.stream(values())
        .filter(audience -> audience.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                ProblemCode.REQUEST_INVALID,
                "Audiences are APPLICANT, INSURED, GUARDIAN and VISITOR."));
  }
}
