package org.shouxin.consent.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.consentrecord.ConsentRecord;
import org.shouxin.consent.consentrecord.ReceiptIssuer;
import org.shouxin.consent.notice.Notices;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;

/**
 * Issues receipts: the document, signed over its canonical form by a published key, and kept for
 * good.
 */
@ApplicationScoped
class Receipts implements ReceiptIssuer {
  private final Notices notices;
  private final ReceiptKeys keys;
  private final ReceiptJson json;
  private final ReceiptRows rows;

  Receipts(Notices notices, ReceiptKeys keys, ReceiptJson json, ReceiptRows rows) {
    this.notices = notices;
    this.keys = keys;
    this.json = json;
    this.rows = rows;
  }

  @Override
  public String issue(
      Handle handle,
      ConsentRecord record,
      Purpose purpose,
      @Nullable Recipient recipient,
      @Nullable CustomerId guardian,
      @Nullable String previousHash,
      UUID eventId,
      Instant decidedAt) {
    UUID id = Ids.next();
    ReceiptDocument document =
        new ReceiptDocument(
            id,
            record,
            purpose,
            recipient,
            notices.getVersion(
                handle, record.noticeId(), record.noticeVersion(), record.language()),
            notices.getContent(
                handle, record.noticeId(), record.noticeVersion(), record.language()),
            guardian,
            previousHash,
            decidedAt);
    String text = json.sign(document.toJsonLd(), keys.current(), eventId);
    rows.insert(
        handle,
        new IssuedReceipt(
            id,
            record.controller(),
            record.id(),
            record.sequence(),
            record.customer(),
            record.purpose(),
            record.terms().purpose(),
            record.recipientId(),
            record.state().label(),
            decidedAt,
            eventId,
            text,
            null));
    return text;
  }
}
