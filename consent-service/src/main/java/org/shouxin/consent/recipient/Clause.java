package org.shouxin.consent.recipient;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Clauses that every agreement needs before a recipient can be active (R-PT-02; PIPL 21, Net. data
 * regs 12).
 */
public enum Clause {
  PURPOSE,
  PERIOD,
  METHOD,
  CATEGORIES,
  PROTECTION,
  RETURN_OR_DELETE,
  SUB_ENTRUSTING,
  LIABILITY,
  BREACH_NOTICE;

  /** The clauses that are not among those found. */
  static List<Clause> missingFrom(Collection<Clause> found) {
    return Arrays.stream(values()).filter(clause -> !found.contains(clause)).toList();
  }
}
