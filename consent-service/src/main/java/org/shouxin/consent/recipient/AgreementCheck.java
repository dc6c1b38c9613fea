package org.shouxin.consent.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/**
 * What an officer found when looking whether a recipient keeps its agreement (协议履行检查, R-PT-02).
 *
 * @param breached the clauses found breached; any of them makes the check a case
 */
record AgreementCheck(
    UUID id,
    String recipientId,
    String agreementReference,
    LocalDate checkedOn,
    List<Clause> kept,
    List<Clause> breached,
    String evidence,
    String checkedBy,
    Instant checkedAt,
    CheckState state) {

  /** A check holds for a year (R-PT-02, product default like the qualification review's). */
  static final Period PERIOD = Period.ofMonths(12);

  AgreementCheck {
    kept = List.copyOf(kept);
    breached = List.copyOf(breached);
  }
}
