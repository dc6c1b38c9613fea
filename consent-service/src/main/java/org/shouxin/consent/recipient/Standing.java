package org.shouxin.consent.recipient;

/** Whether a recipient may receive data today, and if not, why (R-PT-01). */
public enum Standing {
  ACTIVE,
  /** The kill switch. */
  SUSPENDED,
  LICENCE_EXPIRED,
  AGREEMENT_NOT_STARTED,
  AGREEMENT_ENDED,
  /** The yearly qualification review is overdue by more than the grace period. */
  REVIEW_OVERDUE
}
