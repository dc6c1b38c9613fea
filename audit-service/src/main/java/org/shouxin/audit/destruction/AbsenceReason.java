package org.shouxin.audit.destruction;

/** Why a witness gives no word (D-123). */
enum AbsenceReason {
  /** No longer with the company. */
  LEFT,
  /** Ill for long, or dead. */
  UNABLE
}
