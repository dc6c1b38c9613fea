package org.shouxin.consent.stoporder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.consent.consentrecord.ConsentRecord;
import org.shouxin.consent.consentrecord.StopOrderSender;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Leaves stop orders in the transaction of a withdrawal, lists them, takes acknowledgements
 * (R-CN-03).
 */
@ApplicationScoped
class StopOrders implements StopOrderSender {

  /** A recipient acknowledges within this time (K-07, product default). */
  static final Duration ACKNOWLEDGE_WITHIN = Duration.ofHours(24);

  private final Database database;
  private final StopOrderRows rows;
  private final AuditOutbox outbox;
  private final Clock clock;

  StopOrders(Database database, StopOrderRows rows, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void order(Handle handle, ConsentRecord ended, String recipientId, Instant at) {
    rows.insert(
        handle,
        ended.controller(),
        new StopOrder(
            Ids.next(),
            recipientId,
            ended.id(),
            ended.customer().value(),
            ended.purpose(),
            at,
            at.plus(ACKNOWLEDGE_WITHIN),
            0,
            null,
            null,
            null,
            null));
  }

  /** A partner's own orders, or all orders for supervision. */
  List<StopOrder> list(Actor reader, boolean openOnly) {
    String recipient = reader.kind() == ActorKind.PARTNER ? reader.requirePartner() : null;
    return database.read(reader.controller(), handle -> rows.list(handle, recipient, openOnly));
  }

  /** The recipient says that it stopped; saying it again changes nothing. */
  StopOrder acknowledge(Actor partner, UUID id) {
    return database.write(
        partner.controller(),
        handle -> {
          StopOrder order = getOwn(handle, partner, id);
          if (order.acknowledgedAt() == null) {
            rows.mark(handle, id, StopOrderRows.Mark.ACKNOWLEDGED, clock.instant());
            rows.forget(handle, new StopOrderRows.Due(partner.controller(), id));
            outbox.record(
                handle,
                AuditEvents.of(partner, "recipient.acknowledged", clock)
                    .subject(new CustomerId(order.customerId()))
                    .purpose(order.purpose())
                    .consentRecord(order.consentRecordId().toString())
                    .recipient(order.recipientId())
                    .build());
          }
          return getOwn(handle, partner, id);
        });
  }

  private StopOrder getOwn(Handle handle, Actor partner, UUID id) {
    return rows.find(handle, id)
        .filter(order -> order.recipientId().equals(partner.requirePartner()))
        .filter(order -> rows.isForOurRecipient(handle, order.id()))
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }
}
