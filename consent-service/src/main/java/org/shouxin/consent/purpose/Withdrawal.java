package org.shouxin.consent.purpose;

/** Whether and until when the person can withdraw from a purpose (PIPL 15; DR-10). */
public enum Withdrawal {
  ANY_TIME,
  /** Until the application went to the insurer; afterwards the contract carries it. */
  UNTIL_SUBMISSION,
  /** A contract or a statute carries the purpose: there is no consent to withdraw. */
  NEVER
}
