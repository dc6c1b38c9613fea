package org.shouxin.consent.stoporder;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/**
 * Fetches requests to delete, brings them by the recipients' signed webhooks with growing pauses,
 * and tells audit-service what became of them. A recipient without a webhook finds them in its
 * list. Safe on every replica: a request is claimed by a row lock and moved on before a call
 * leaves.
 */
@ApplicationScoped
class DeletionRequestDelivery {
  private static final Logger LOG = Logger.getLogger(DeletionRequestDelivery.class);
  private static final int ROUND = 50;
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration DAILY = Duration.ofDays(1);

  private final Database database;
  private final DeletionRequestRows rows;
  private final DeletionRequestApi audit;
  private final Webhooks webhooks;
  private final WebhookCall call;
  private final Clock clock;

  DeletionRequestDelivery(
      Database database,
      DeletionRequestRows rows,
      @RestClient DeletionRequestApi audit,
      Webhooks webhooks,
      WebhookCall call,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.audit = audit;
    this.webhooks = webhooks;
    this.call = call;
    this.clock = clock;
  }

  /** The signed body. */
  record DeletionTold(
      String kind, UUID requestId, UUID customerId, Instant orderedAt, Instant acknowledgeBy) {}

  /** A request with the webhook to bring it by, where there is one. */
  private record Ready(DeletionRequest request, Optional<Webhook> webhook) {}

  @Scheduled(
      every = "{shouxin.destruction.poll-every}",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void poll() {
    try {
      audit.claim(new DeletionRequestApi.Claim(ROUND)).forEach(this::keep);
      Instant now = clock.instant();
      List<DeletionRequestRows.Due> due = database.systemRead(handle -> rows.listDue(handle, now));
      due.forEach(one -> deliver(one, now));
    } catch (RuntimeException away) {
      LOG.warnf("requests to delete wait: %s", away.getClass().getSimpleName());
    }
  }

  private void keep(DeletionRequestApi.Asked asked) {
    ControllerId controller = new ControllerId(asked.controllerId());
    database.write(controller, handle -> rows.insert(handle, controller, asked));
  }

  private void deliver(DeletionRequestRows.Due due, Instant now) {
    Optional<Ready> ready = database.write(due.controllerId(), handle -> prepare(handle, due, now));
    ready.ifPresent(one -> {
      if (one.request().confirmedAt() != null) {
        report(due, "CONFIRMED");
        database.write(
            due.controllerId(),
            handle -> {
              rows.forget(handle, due);
              return due;
            });
      } else {
        bring(due, one);
      }
    });
  }

  private void bring(DeletionRequestRows.Due due, Ready ready) {
    DeletionRequest request = ready.request();
    if (request.toldAt() == null && ready.webhook().isPresent()) {
      boolean taken =
          call.send(
              request.id(),
              new DeletionTold(
                  "DELETE", request.id(), request.customerId(), request.askedAt(), request.dueAt()),
              ready.webhook().get());
      Instant toldAt = taken ? clock.instant() : null;
      database.write(
          due.controllerId(),
          handle -> {
            rows.called(handle, request.id(), toldAt);
            return due;
          });
      if (!taken) {
        return;
      }
    }
    if (request.toldAt() != null || ready.webhook().isPresent()) {
      report(due, "TOLD");
    }
    later(due, clock.instant().plus(DAILY));
  }

  private Optional<Ready> prepare(Handle handle, DeletionRequestRows.Due due, Instant now) {
    if (!rows.claim(handle, due, now)) {
      return Optional.empty();
    }
    Optional<DeletionRequest> found = rows.find(handle, due.requestId());
    if (found.isEmpty()) {
      rows.forget(handle, due);
      return Optional.empty();
    }
    DeletionRequest request = found.get();
    Duration pause =
        request.toldAt() == null ? StopOrderDelivery.pauseAfter(request.attempts() + 1) : SOON;
    rows.lookAgain(handle, due.controllerId(), request.id(), now.plus(pause));
    return Optional.of(
        new Ready(request, webhooks.find(handle, due.controllerId(), request.recipientId())));
  }

  private void later(DeletionRequestRows.Due due, Instant at) {
    database.write(
        due.controllerId(),
        handle -> {
          rows.lookAgain(handle, due.controllerId(), due.requestId(), at);
          return due;
        });
  }

  private void report(DeletionRequestRows.Due due, String outcome) {
    audit.report(
        new DeletionRequestApi.Report(due.requestId(), due.controllerId().value(), outcome));
  }
}
