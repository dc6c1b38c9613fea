package org.shouxin.consent.consentrecord;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.identity.CustomerId;

/** Issues the receipt of a decision (R-CN-02); the receipt feature implements it. */
public interface ReceiptIssuer {

  /**
   * The signed receipt as JSON-LD text, made and kept within the transaction of the decision.
   *
   * @param guardian who decided for a child under 14, null when the person decided herself
   * @param eventId the decision's audit event, whose place in the log the receipt will prove
   */
  String issue(
      Handle handle,
      ConsentRecord record,
      Purpose purpose,
      @Nullable Recipient recipient,
      @Nullable CustomerId guardian,
      @Nullable String previousHash,
      UUID eventId,
      Instant decidedAt);
}
