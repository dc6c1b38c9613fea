package org.shouxin.consent.stoporder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.shouxin.consent.consentrecord.ConsentRecord;
import org.shouxin.consent.consentrecord.StopOrderSender;
import org.shouxin.platform.identity.Ids;

/** Leaves stop orders in the transaction of a withdrawal (R-CN-03). */
@ApplicationScoped
class StopOrders implements StopOrderSender {

  /** A recipient acknowledges within this time (K-07, product default). */
  static final Duration ACKNOWLEDGE_WITHIN = Duration.ofHours(24);

  @Override
  public void order(Handle handle, ConsentRecord ended, String recipientId, Instant at) {
    handle
        .createUpdate(
            """
            insert into stop_order (controller_id, id, recipient_id, consent_record_id, customer_id, purpose,
              ordered_at, due_at, next_attempt_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .bind(0, ended.controller())
        .bind(1, Ids.next())
        .bind(2, recipientId)
        .bind(3, ended.id())
        .bind(4, ended.customer())
        .bind(5, ended.purpose())
        .bind(6, at.atOffset(ZoneOffset.UTC))
        .bind(7, at.plus(ACKNOWLEDGE_WITHIN).atOffset(ZoneOffset.UTC))
        .bind(8, at.atOffset(ZoneOffset.UTC))
        .execute();
  }
}
