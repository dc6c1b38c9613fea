package org.shouxin.consent.recipient;

/** How the case of a breached agreement ends (R-PT-02). */
enum CheckOutcome {
  REMEDIED,
  AGREEMENT_ENDED,
  UNFOUNDED
}
