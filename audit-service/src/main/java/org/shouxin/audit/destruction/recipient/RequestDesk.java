package org.shouxin.audit.destruction.recipient;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * The requests as consent-service sees them, which knows the recipients' addresses: fetched under a
 * lease until they are told, then until they confirm or their time runs out.
 */
@Singleton
class RequestDesk {
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final String DUE =
      "with due as materialized (select controller_id, request_id"
          + " from destruction_recipient_open where look_again_at <= ? order by look_again_at limit ?"
          + " for update skip locked)"
          + " update destruction_recipient_open o set look_again_at = ? from due"
          + " where o.controller_id = due.controller_id and o.request_id = due.request_id"
          + " returning o.controller_id, o.request_id";
  private static final String FIND =
      "select controller_id, id, plan_id, subject_ref, recipient_id, state, asked_at, due_at"
          + " from destruction_recipient where id = ? for update";

  /** A request that something may be due about. */
  public record Open(ControllerId controllerId, UUID requestId) {}

  /** A request to one recipient to delete what it has of one person. */
  public record Request(
      ControllerId controllerId,
      UUID id,
      UUID planId,
      UUID subjectRef,
      String recipientId,
      String state,
      Instant askedAt,
      Instant dueAt) {}

  /** What became of a request. */
  enum RecipientOutcome {
    TOLD,
    CONFIRMED
  }

  private final Database database;
  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  RequestDesk(Database database, OwnEvents audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** Up to so many requests that consent-service does not know yet, leased to it. */
  List<Request> claim(int most) {
    Instant now = clock.instant();
    List<Open> due =
        database.systemWrite(handle ->
            handle
                .createQuery(DUE)
                .bind(0, now)
                .bind(1, most)
                .bind(2, now.plus(LEASE))
                .mapTo(Open.class)
                .list());
    List<Request> requests = new ArrayList<>();
    for (Open open : due) {
      database.write(
          open.controllerId(),
          handle -> {
            handle
                .createQuery(FIND)
                .bind(0, open.requestId())
                .mapTo(Request.class)
                .findOne()
                .ifPresent(request -> {
                  if (request.state().equals("ASKED")) {
                    requests.add(request);
                  }
                  look(handle, request, now);
                });
            return open;
          });
    }
    return requests;
  }

  /** Takes what became of a request; the first confirmation stays. */
  void report(ControllerId controller, UUID id, RecipientOutcome outcome) {
    database.write(
        controller,
        handle -> {
          handle
              .createQuery(FIND)
              .bind(0, id)
              .mapTo(Request.class)
              .findOne()
              .filter(request -> !request.state().equals("CONFIRMED"))
              .ifPresent(request -> take(handle, request, outcome));
          return id;
        });
  }

  private void take(Handle handle, Request request, RecipientOutcome outcome) {
    if (outcome == RecipientOutcome.CONFIRMED) {
      settle(handle, request, "CONFIRMED", "recipient.confirmed");
    } else if (request.state().equals("ASKED")) {
      handle.execute("update destruction_recipient set state = 'TOLD' where id = ?", request.id());
      handle.execute(
          "update destruction_recipient_open set look_again_at = ? where request_id = ?",
          request.dueAt(),
          request.id());
    }
  }

  private void look(Handle handle, Request request, Instant now) {
    if (!request.dueAt().isAfter(now) && !request.state().equals("CONFIRMED")) {
      settle(handle, request, "OVERDUE", "recipient.confirmation_overdue");
    }
  }

  private void settle(Handle handle, Request request, String state, String event) {
    handle.execute(
        "update destruction_recipient set state = ?, settled_at = ? where id = ?",
        state,
        clock.instant(),
        request.id());
    handle.execute("delete from destruction_recipient_open where request_id = ?", request.id());
    audit.record(
        handle,
        AuditEvents.ofSystem(request.controllerId(), "audit-service", event, clock)
            .subject(new CustomerId(request.subjectRef()))
            .resource("destruction", request.planId().toString())
            .recipient(request.recipientId())
            .build());
  }
}
