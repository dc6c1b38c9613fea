package org.shouxin.consent.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.paging.CursorCodec;
import org.shouxin.platform.paging.PageSize;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Reads receipts for the person herself and for compliance officers. What is handed out leaves an
 * audit event first (promise 1).
 */
@ApplicationScoped
class ReceiptQueries {
  private final Database database;
  private final ReceiptRows rows;
  private final LogClient log;
  private final AuditOutbox outbox;
  private final CursorCodec cursors;
  private final Clock clock;

  ReceiptQueries(
      Database database,
      ReceiptRows rows,
      LogClient log,
      AuditOutbox outbox,
      CursorCodec cursors,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.log = log;
    this.outbox = outbox;
    this.cursors = cursors;
    this.clock = clock;
  }

  /** Whose receipts, at most a page. */
  record Query(@NotBlank String customerId, @Nullable Integer first, @Nullable String after) {}

  /** One receipt in a list; {@code integrated} says that the kept copy carries the log's proof. */
  record Listed(
      UUID id,
      UUID consentRecordId,
      String purpose,
      @Nullable String recipientId,
      String state,
      Instant issuedAt,
      boolean integrated) {

    static Listed of(IssuedReceipt r) {
      return new Listed(
          r.id(),
          r.consentRecordId(),
          r.purpose(),
          r.recipientId(),
          r.state(),
          r.issuedAt(),
          r.proof() != null);
    }
  }

  /** A page, newest first; a cursor stands beside each receipt. */
  record Page(List<Listed> receipts, List<String> cursors, boolean hasNextPage) {}

  /** A receipt with what the log says about its decision. */
  record Completed(IssuedReceipt receipt, LogAnswer answer) {}

  /** A person's receipts; who may not see them gets what an unknown person has: none. */
  Page listOf(Actor actor, Query query) {
    PageSize size = PageSize.of(query.first());
    CustomerId customer = CustomerId.parse(query.customerId());
    String listing = "receipts|" + actor.controller() + "|" + customer;
    String after = query.after();
    UUID before =
        after == null || after.isBlank()
            ? new UUID(-1L, -1L)
            : Ids.parse(cursors.open(listing, after));
    List<IssuedReceipt> found =
        maySee(actor, customer)
            ? database.read(
                actor.controller(),
                handle -> rows.listOf(handle, customer, before, size.rowsAndOneMore()))
            : List.of();
    List<IssuedReceipt> page = found.stream().limit(size.rows()).toList();
    return new Page(
        page.stream().map(Listed::of).toList(),
        page.stream().map(receipt -> cursors.seal(listing, receipt.id().toString())).toList(),
        found.size() > size.rows());
  }

  /**
   * One receipt, completed with the log's proof once its event is integrated; the proof is kept, so
   * that the log is asked until then only.
   *
   * @param form what is handed out: JSON or PDF
   * @throws ProblemException RECEIPT_NOT_FOUND, also for a receipt that is not the caller's to see
   */
  Completed get(Actor actor, UUID id, String form) {
    IssuedReceipt receipt =
        database
            .read(actor.controller(), handle -> rows.find(handle, id))
            .filter(found -> maySee(actor, found.customer()))
            .orElseThrow(() -> new ProblemException(ProblemCode.RECEIPT_NOT_FOUND));
    LogAnswer answer = answer(receipt);
    if (receipt.proof() == null && answer instanceof LogAnswer.Integrated(LogProof proof)) {
      database.write(
          actor.controller(),
          handle -> {
            rows.keepProof(handle, id, proof);
            return id;
          });
    }
    outbox.recordDurably(
        List.of(
            AuditEvents.of(actor, "receipt.provided", clock)
                .subject(receipt.customer())
                .purpose(receipt.purpose())
                .consentRecord(receipt.consentRecordId().toString())
                .recipient(receipt.recipientId())
                .resource("receipt", id.toString())
                .channel(form)
                .build()));
    return new Completed(receipt, answer);
  }

  private LogAnswer answer(IssuedReceipt receipt) {
    LogProof kept = receipt.proof();
    if (kept != null) {
      return new LogAnswer.Integrated(kept);
    }
    UUID event = receipt.eventId();
    return event == null ? new LogAnswer.Unavailable() : log.ask(event);
  }

  private static boolean maySee(Actor actor, CustomerId customer) {
    return actor.is(customer) || actor.has(Role.COMPLIANCE_OFFICER);
  }
}
