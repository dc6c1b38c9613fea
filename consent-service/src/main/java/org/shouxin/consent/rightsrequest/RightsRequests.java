package org.shouxin.consent.rightsrequest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.duty.CaseClocks;
import org.shouxin.consent.duty.ClockView;
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
 * Rights requests from receipt to answer, each step with its audit event in one transaction
 * (R-CP-02).
 */
@ApplicationScoped
class RightsRequests {
  /** All pauses of K-04 together (DR-14). */
  private static final Duration LONGEST_PAUSE = Duration.ofDays(15);

  private final Database database;
  private final RequestRows rows;
  private final ErasureRows erasures;
  private final ErasureConfirmation confirmation;
  private final CaseClocks clocks;
  private final AuditOutbox audit;
  private final Clock clock;

  RightsRequests(
      Database database,
      RequestRows rows,
      ErasureRows erasures,
      ErasureConfirmation confirmation,
      CaseClocks clocks,
      AuditOutbox audit,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.erasures = erasures;
    this.confirmation = confirmation;
    this.clocks = clocks;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a customer asks for. */
  record Filing(CustomerId customer, RightsRequestType type, @Nullable UUID textId) {}

  /**
   * Receives a request of the customer herself: signed in means verified; the clock starts. A copy
   * with the same idempotency key finds the first.
   *
   * @throws ProblemException {@code IDEMPOTENCY_CONFLICT} when the key was another request's
   */
  RightsRequest file(Actor actor, Filing filing, @Nullable String key) {
    CustomerId customer = filing.customer();
    RightsRequestType type = filing.type();
    if (!actor.is(customer)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    return database.write(
        actor.controller(),
        handle -> {
          RequestRows.Received earlier = findEarlier(handle, actor, filing, key);
          if (earlier != null) {
            return view(handle, actor, earlier);
          }
          RequestRows.Received received =
              new RequestRows.Received(
                  Ids.next(),
                  customer,
                  type,
                  filing.textId(),
                  clock.instant().truncatedTo(ChronoUnit.MICROS));
          rows.insert(handle, actor.controller(), received);
          if (key != null) {
            rows.keepKey(handle, actor, key, received.id());
          }
          audit.record(
              handle, event(actor, "rights.received", received).reason(type.name()).build());
          append(handle, actor, received, 1, step(RequestStep.Kind.VERIFIED, actor, null, null));
          clocks.start(
              handle, actor.controller(), received.id(), type.clockCode(), received.receivedAt());
          if (type == RightsRequestType.DELETE) {
            erasures.ask(
                handle, new ErasureRows.Waiting(actor.controller(), received.id(), customer));
          }
          return view(handle, actor, received);
        });
  }

  private RequestRows.@Nullable Received findEarlier(
      Handle handle, Actor actor, Filing filing, @Nullable String key) {
    if (key == null) {
      return null;
    }
    rows.lock(handle, actor, key);
    RequestRows.Received earlier = rows.findByKey(handle, actor, key).orElse(null);
    if (earlier != null
        && !new Filing(earlier.customerId(), earlier.type(), earlier.textId()).equals(filing)) {
      throw new ProblemException(ProblemCode.IDEMPOTENCY_CONFLICT);
    }
    return earlier;
  }

  /**
   * Adds a step by an employee.
   *
   * @throws ProblemException {@code RIGHTS_REQUEST_NOT_FOUND}; {@code CONFLICT}, also for a text in
   *     answer to a deletion, which is answered by its confirmation alone
   */
  RightsRequest step(
      Actor actor,
      UUID id,
      RequestStep.Kind kind,
      @Nullable String reasonCode,
      @Nullable UUID textId) {
    return database.write(
        actor.controller(),
        handle -> {
          RequestRows.Received received = find(handle, id);
          received.type().requireAnswerable(kind);
          return take(handle, actor, received, step(kind, actor, reasonCode, textId));
        });
  }

  /** Refuses what {@link #step} would refuse now, and changes nothing. */
  void check(Actor actor, UUID id, RequestStep.Kind kind, @Nullable String reasonCode) {
    database.read(
        actor.controller(),
        handle -> {
          find(handle, id).type().requireAnswerable(kind);
          stateOf(rows.steps(handle, id)).after(step(kind, actor, reasonCode, null));
          return id;
        });
  }

  /**
   * Confirms what becomes of each record, executes it and answers the request with it.
   *
   * @throws ProblemException {@code ERASURE_NOT_FOUND} while there is no answer; {@code
   *     ERASURE_OUTDATED} when a new one is being prepared; {@code CONFLICT} for a closed request
   */
  RightsRequest confirmErasure(Actor officer, UUID id) {
    RequestRows.Received received =
        database.read(officer.controller(), handle -> requireOpenDeletion(handle, id));
    List<ErasureAnswer> answers = confirmation.confirm(officer, received);
    return database.write(
        officer.controller(),
        handle -> {
          RequestStep answered =
              step(RequestStep.Kind.ANSWERED, officer, ErasureConfirmation.ANSWERED, null);
          erasures.keep(handle, officer.controller(), id, answers, clock.instant());
          return take(handle, officer, received, answered);
        });
  }

  private RequestRows.Received requireOpenDeletion(Handle handle, UUID id) {
    RequestRows.Received received = find(handle, id);
    if (received.type() != RightsRequestType.DELETE) {
      throw new ProblemException(ProblemCode.ERASURE_NOT_FOUND);
    }
    stateOf(rows.steps(handle, id))
        .after(new RequestStep(RequestStep.Kind.ANSWERED, clock.instant(), "", null, null));
    return received;
  }

  private RequestRows.Received find(Handle handle, UUID id) {
    return rows.find(handle, id)
        .orElseThrow(() -> new ProblemException(ProblemCode.RIGHTS_REQUEST_NOT_FOUND));
  }

  private RightsRequest take(
      Handle handle, Actor actor, RequestRows.Received received, RequestStep next) {
    rows.lock(handle, received.id());
    List<RequestStep> steps = rows.steps(handle, received.id());
    RequestState before = stateOf(steps);
    RequestState after = before.after(next);
    append(handle, actor, received, steps.size() + 1, next);
    moveClock(handle, actor, received, before, after);
    return view(handle, actor, received);
  }

  /** One request for those who answer it. */
  RightsRequest get(Actor actor, UUID id) {
    return database.read(actor.controller(), handle -> view(handle, actor, find(handle, id)));
  }

  /** One page, newest first: a customer's own, or all of the controller for its handlers. */
  List<RightsRequest> list(
      Actor actor, @Nullable CustomerId own, @Nullable UUID before, int limit) {
    return database.read(
        actor.controller(),
        handle ->
            rows.list(handle, own, before, limit).stream()
                .map(received -> view(handle, actor, received))
                .toList());
  }

  private void moveClock(
      Handle handle,
      Actor actor,
      RequestRows.Received received,
      RequestState before,
      RequestState after) {
    String code = received.type().clockCode();
    if (before instanceof RequestState.Waiting waiting) {
      clocks.addPause(
          handle,
          actor.controller(),
          received.id(),
          code,
          Duration.between(waiting.since(), clock.instant()),
          LONGEST_PAUSE);
    }
    switch (after) {
      case RequestState.Answered _, RequestState.Refused _ ->
          clocks.stop(handle, actor.controller(), received.id(), code);
      case RequestState.Verified _, RequestState.Waiting _ -> {}
    }
  }

  private void append(
      Handle handle, Actor actor, RequestRows.Received received, int sequence, RequestStep step) {
    rows.append(handle, actor.controller(), received.id(), sequence, step);
    audit.record(
        handle, event(actor, step.kind().event(), received).reason(step.reasonCode()).build());
  }

  private RightsRequest view(Handle handle, Actor actor, RequestRows.Received received) {
    List<RequestStep> steps = rows.steps(handle, received.id());
    List<ClockView> running = clocks.list(handle, List.of(received.id()));
    RequestStep last = steps.getLast();
    return new RightsRequest(
        received.id(),
        received.customerId().value(),
        received.type().name(),
        stateOf(steps).label(),
        received.textId(),
        last.textId(),
        last.reasonCode(),
        received.receivedAt(),
        running.getFirst().dueAt(),
        running,
        actor.kind() == ActorKind.CUSTOMER
            ? erasures.listConfirmed(handle, received.id())
            : erasures.list(handle, received.id()));
  }

  private AuditEvents event(Actor actor, String type, RequestRows.Received received) {
    return AuditEvents.of(actor, type, clock)
        .subject(received.customerId())
        .resource("rights.request", received.id().toString());
  }

  private RequestStep step(
      RequestStep.Kind kind, Actor actor, @Nullable String reasonCode, @Nullable UUID textId) {
    return new RequestStep(kind, clock.instant(), actor.id(), reasonCode, textId);
  }

  private static RequestState stateOf(List<RequestStep> steps) {
    RequestState state = new RequestState.Verified();
    for (RequestStep step : steps) {
      state = state.after(step);
    }
    return state;
  }
}
