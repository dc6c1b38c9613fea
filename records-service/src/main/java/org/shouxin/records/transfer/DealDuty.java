package org.shouxin.records.transfer;

/**
 * What the law in force demands of a deal type.
 *
 * @param noticeRequired each person is told the receiver's name and contact (PIPL 22)
 * @param objectionDays days between the last notice and the cut-over
 */
public record DealDuty(
    DealType dealType, boolean noticeRequired, Consent consent, int objectionDays) {

  /** What the customer's will means for the move. */
  public enum Consent {
    NONE,
    OBJECTION,
    SEPARATE
  }
}
