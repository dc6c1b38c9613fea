package org.shouxin.consent.stoporder;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.departure.Departures;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.consent.recipient.RecipientRegister;
import org.shouxin.consent.recipient.Recipients;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;

/**
 * Brings stop orders to recipients: at least once, with growing pauses, until taken or given up. An
 * order that is not acknowledged in time suspends sharing with its recipient. Safe on every
 * replica: an order is claimed by a row lock and moved on before the call leaves.
 */
@ApplicationScoped
class StopOrderDelivery {
  static final int MOST_ATTEMPTS = 10;
  private static final String SERVICE = "consent-service";
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final Database database;
  private final StopOrderRows rows;
  private final Webhooks webhooks;
  private final WebhookCall call;
  private final Recipients recipients;
  private final RecipientRegister register;
  private final Departures departures;
  private final AuditOutbox outbox;
  private final Clock clock;

  StopOrderDelivery(
      Database database,
      StopOrderRows rows,
      Webhooks webhooks,
      WebhookCall call,
      Recipients recipients,
      RecipientRegister register,
      Departures departures,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.webhooks = webhooks;
    this.call = call;
    this.recipients = recipients;
    this.register = register;
    this.departures = departures;
    this.outbox = outbox;
    this.clock = clock;
  }

  private record Attempt(StopOrder order, Webhook webhook) {}

  @Scheduled(
      every = "{shouxin.consent.stop-order.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deliverAllDue() {
    Instant now = clock.instant();
    List<StopOrderRows.Due> due = database.systemRead(handle -> rows.listDue(handle, now));
    for (StopOrderRows.Due each : due) {
      deliver(each, now);
    }
  }

  private void deliver(StopOrderRows.Due due, Instant now) {
    Optional<Attempt> attempt =
        database.write(due.controller(), handle -> prepare(handle, due, now));
    attempt.ifPresent(ready -> {
      boolean taken = call.send(ready.order(), ready.webhook());
      database.write(due.controller(), handle -> conclude(handle, due, ready.order(), taken));
    });
  }

  private Optional<Attempt> prepare(Handle handle, StopOrderRows.Due due, Instant now) {
    if (!rows.claim(handle, due, now)) {
      return Optional.empty();
    }
    StopOrder order = rows.find(handle, due.id()).orElse(null);
    if (order == null || order.acknowledgedAt() != null) {
      rows.forget(handle, due);
      return Optional.empty();
    }
    if (hasDeparted(handle, order)) {
      rows.forget(handle, due);
      return Optional.empty();
    }
    boolean overdue = !now.isBefore(order.dueAt());
    if (overdue && order.overdueAt() == null) {
      suspendFor(handle, due, order, now);
    }
    Optional<Webhook> webhook =
        order.stillToDeliver() && rows.isForOurRecipient(handle, order.id())
            ? webhooks.find(handle, due.controller(), order.recipientId())
            : Optional.empty();
    if (webhook.isEmpty()) {
      if (overdue) {
        rows.forget(handle, due);
      } else {
        rows.lookAgain(handle, due, order.dueAt());
      }
      return Optional.empty();
    }
    rows.countAttempt(handle, order.id());
    rows.lookAgain(handle, due, now.plus(pauseAfter(order.attempts() + 1)));
    return Optional.of(new Attempt(order, webhook.get()));
  }

  /** The order runs, is delivered and acknowledged, where she is served now (R-BT-05). */
  private boolean hasDeparted(Handle handle, StopOrder order) {
    return !departures.departed(handle, List.of(new CustomerId(order.customerId()))).isEmpty();
  }

  private boolean conclude(Handle handle, StopOrderRows.Due due, StopOrder order, boolean taken) {
    Instant now = clock.instant();
    boolean givenUp = !taken && order.attempts() + 1 >= MOST_ATTEMPTS;
    if (taken || givenUp) {
      rows.mark(
          handle, order.id(), taken ? StopOrderRows.Mark.DELIVERED : StopOrderRows.Mark.DEAD, now);
      rows.lookAgain(handle, due, order.dueAt());
      outbox.record(
          handle,
          event(due, order, taken ? "stop_order.sent" : "stop_order.undeliverable").build());
    }
    return taken;
  }

  /**
   * Not acknowledged in time: an overdue task for compliance, and nothing more is shared (R-CN-03);
   * nobody is suspended for an order that arrived for another company of the same id.
   */
  private void suspendFor(Handle handle, StopOrderRows.Due due, StopOrder order, Instant now) {
    rows.mark(handle, order.id(), StopOrderRows.Mark.OVERDUE, now);
    outbox.record(handle, event(due, order, "stop_order.overdue").build());
    @Nullable Recipient recipient = recipients.find(handle, order.recipientId()).orElse(null);
    if (recipient != null
        && recipient.suspension() == null
        && rows.isForOurRecipient(handle, order.id())) {
      register.suspend(
          handle, due.controller(), order.recipientId(), "STOP_ORDER_OVERDUE", SERVICE);
      outbox.record(
          handle,
          AuditEvents.ofSystem(due.controller(), SERVICE, "partner.suspended", clock)
              .recipient(order.recipientId())
              .reason("STOP_ORDER_OVERDUE")
              .build());
    }
  }

  private AuditEvents event(StopOrderRows.Due due, StopOrder order, String type) {
    return AuditEvents.ofSystem(due.controller(), SERVICE, type, clock)
        .subject(new CustomerId(order.customerId()))
        .purpose(order.purpose())
        .consentRecord(order.consentRecordId().toString())
        .recipient(order.recipientId());
  }

  static Duration pauseAfter(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
