package org.shouxin.consent.consentrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.guardianship.DecidedAs;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.Sha256;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;

/**
 * Writes a decision with everything that belongs to it: row, history, receipt and audit event
 * commit together.
 */
@ApplicationScoped
class ConsentLedger {
  private final ConsentRows rows;
  private final AuditOutbox outbox;
  private final ReceiptIssuer receipts;
  private final Clock clock;

  ConsentLedger(ConsentRows rows, AuditOutbox outbox, ReceiptIssuer receipts, Clock clock) {
    this.rows = rows;
    this.outbox = outbox;
    this.receipts = receipts;
    this.clock = clock;
  }

  /** Who decided, when, about what. */
  record Decision(
      Actor actor,
      DecidedAs as,
      Instant at,
      Purpose purpose,
      @Nullable Recipient recipient,
      String event,
      @Nullable String reason) {}

  /** Stores {@code undecided} in its new state as the next decision of its record. */
  StoredConsent write(Handle handle, ConsentRecord undecided, Decision decision) {
    String previous = undecided.lastHash();
    ConsentRecord record = chained(undecided, decision);
    AuditEvent decided = event(record, decision, decision.event(), previous).build();
    boolean receiptDue = !(record.state() instanceof ConsentState.Requested);
    String receipt =
        receiptDue
            ? receipts.issue(
                handle,
                record,
                decision.purpose(),
                decision.recipient(),
                decision.as() == DecidedAs.GUARDIAN ? decision.actor().customerId() : null,
                previous,
                decided.eventId(),
                decision.at())
            : null;
    rows.store(handle, record, decision, previous, receipt);
    outbox.record(handle, decided);
    if (receipt != null) {
      outbox.record(
          handle,
          event(record, decision, "receipt.issued", null)
              .change(null, Sha256.base64Url(receipt))
              .build());
    }
    return new StoredConsent(
        record, decision.at(), decision.actor().id(), decision.as(), true, true, receipt);
  }

  private AuditEvents event(
      ConsentRecord record, Decision decision, String type, @Nullable String previous) {
    return AuditEvents.of(decision.actor(), type, clock)
        .subject(record.customer())
        .purpose(record.purpose())
        .legalBasis(decision.purpose().basis().code())
        .consentRecord(record.id().toString())
        .recipient(record.recipientId())
        .noticeVersion(record.noticeVersion())
        .reason(decision.as() == DecidedAs.GUARDIAN ? "BY_GUARDIAN" : decision.reason())
        .change(previous, record.lastHash());
  }

  private static ConsentRecord chained(ConsentRecord r, Decision decision) {
    int sequence = r.sequence() + 1;
    String content =
        String.join(
            "|",
            r.id().toString(),
            Integer.toString(sequence),
            r.state().label(),
            decision.at().toString(),
            r.categories().stream().sorted().map(Enum::name).collect(Collectors.joining(",")),
            r.noticeId().toString(),
            Integer.toString(r.noticeVersion()),
            r.language().tag(),
            r.uiTextSha256(),
            Boolean.toString(r.separate()),
            decision.actor().kind().label(),
            decision.actor().id(),
            decision.as().name(),
            String.valueOf(r.state().expiresAt()),
            String.valueOf(r.lastHash()));
    return new ConsentRecord(
        r.id(),
        r.controller(),
        r.customer(),
        r.purpose(),
        r.categories(),
        r.recipientId(),
        r.terms(),
        r.noticeId(),
        r.noticeVersion(),
        r.language(),
        r.uiTextSha256(),
        r.separate(),
        r.state(),
        sequence,
        Sha256.base64Url(content));
  }
}
