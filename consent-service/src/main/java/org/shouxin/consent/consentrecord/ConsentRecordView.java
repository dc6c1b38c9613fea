package org.shouxin.consent.consentrecord;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.guardianship.DecidedAs;
import org.shouxin.consent.purpose.Category;

/** A consent record as the API shows it (contract.graphql, ConsentRecord). */
record ConsentRecordView(
    UUID id,
    String controllerId,
    UUID customerId,
    String purpose,
    List<Category> categories,
    @Nullable String recipientId,
    String state,
    UUID noticeId,
    int noticeVersion,
    @Nullable Instant givenAt,
    @Nullable Instant withdrawnAt,
    @Nullable Instant expiresAt,
    @Nullable String decidedBy,
    DecidedAs decidedAs,
    @Nullable String receipt) {

  static ConsentRecordView of(StoredConsent consent, Instant now, boolean withReceipt) {
    ConsentRecord record = consent.record();
    ConsentState state = consent.stateAt(now);
    return new ConsentRecordView(
        record.id(),
        record.controller().value(),
        record.customer().value(),
        record.purpose(),
        record.categories().stream().sorted().toList(),
        record.recipientId(),
        state.label(),
        record.noticeId(),
        record.noticeVersion(),
        state.givenAt(),
        state.withdrawnAt(),
        state.expiresAt(),
        consent.decidedBy(),
        consent.decidedAs(),
        withReceipt ? consent.receipt() : null);
  }
}
