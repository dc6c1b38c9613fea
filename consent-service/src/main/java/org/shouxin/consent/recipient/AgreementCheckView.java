package org.shouxin.consent.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agreement check as compliance sees it; {@code state} is KEPT, OPEN or CLOSED. */
record AgreementCheckView(
    UUID id,
    String recipientId,
    String agreementReference,
    LocalDate checkedOn,
    LocalDate nextDueOn,
    List<Clause> kept,
    List<Clause> breached,
    String evidence,
    String checkedBy,
    Instant checkedAt,
    String state,
    @Nullable CheckOutcome outcome,
    @Nullable String closedBy,
    @Nullable Instant closedAt) {

  static AgreementCheckView of(AgreementCheck check) {
    CheckState.@Nullable Closed closed =
        check.state() instanceof CheckState.Closed ended ? ended : null;
    return new AgreementCheckView(
        check.id(),
        check.recipientId(),
        check.agreementReference(),
        check.checkedOn(),
        check.checkedOn().plus(AgreementCheck.PERIOD),
        check.kept(),
        check.breached(),
        check.evidence(),
        check.checkedBy(),
        check.checkedAt(),
        check.state().label(),
        closed == null ? null : closed.outcome(),
        closed == null ? null : closed.by(),
        closed == null ? null : closed.at());
  }
}
