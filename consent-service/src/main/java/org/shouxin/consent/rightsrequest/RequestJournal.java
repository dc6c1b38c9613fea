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
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** A request and its steps, each with its clock and its audit event, within one transaction. */
@ApplicationScoped
class RequestJournal {
  /** All pauses of K-04 together (DR-14). */
  private static final Duration LONGEST_PAUSE = Duration.ofDays(15);

  /** Receipt until it is known who asks (DR-14). */
  private static final String IDENTITY_CLOCK = "K-05";

  private final RequestRows rows;
  private final ErasureRows erasures;
  private final CaseClocks clocks;
  private final AuditOutbox audit;
  private final Clock clock;

  RequestJournal(
      RequestRows rows, ErasureRows erasures, CaseClocks clocks, AuditOutbox audit, Clock clock) {
    this.rows = rows;
    this.erasures = erasures;
    this.clocks = clocks;
    this.audit = audit;
    this.clock = clock;
  }

  RequestRows.Received find(Handle handle, UUID id) {
    return rows.find(handle, id)
        .orElseThrow(() -> new ProblemException(ProblemCode.RIGHTS_REQUEST_NOT_FOUND));
  }

  /** What an earlier copy with this key led to; null for the first. */
  RequestRows.@Nullable Received findEarlier(
      Handle handle, Actor actor, RightsRequests.Filing filing, @Nullable String key) {
    if (key == null) {
      return null;
    }
    rows.lock(handle, actor, key);
    RequestRows.Received earlier = rows.findByKey(handle, actor, key).orElse(null);
    if (earlier != null
        && !new RightsRequests.Filing(earlier.customerId(), earlier.type(), earlier.textId())
            .equals(filing)) {
      throw new ProblemException(ProblemCode.IDEMPOTENCY_CONFLICT);
    }
    return earlier;
  }

  RequestRows.Received receive(
      Handle handle, Actor actor, RightsRequests.Filing filing, @Nullable String key) {
    RequestRows.Received received =
        new RequestRows.Received(
            Ids.next(),
            filing.customer(),
            filing.type(),
            filing.textId(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    rows.insert(handle, actor.controller(), received);
    if (key != null) {
      rows.keepKey(handle, actor, key, received.id());
    }
    audit.record(
        handle, event(actor, "rights.received", received).reason(filing.type().name()).build());
    return received;
  }

  /** Three working days to find out who asks. */
  void awaitIdentity(Handle handle, Actor actor, RequestRows.Received received) {
    clocks.start(handle, actor.controller(), received.id(), IDENTITY_CLOCK, received.receivedAt());
  }

  /** It is known who asks: the time for the answer runs from now, or from the receipt with it. */
  void verify(Handle handle, Actor actor, RequestRows.Received received, IdentityCheck identity) {
    rows.lock(handle, received.id());
    List<RequestStep> steps = rows.steps(handle, received.id());
    RequestStep verified = step(RequestStep.Kind.VERIFIED, actor, identity.proof().name(), null);
    stateOf(steps).after(verified);
    append(handle, actor, received, steps.size() + 1, verified, identity.reference());
    boolean waited = !clocks.list(handle, List.of(received.id())).isEmpty();
    if (waited) {
      clocks.stop(handle, actor.controller(), received.id(), IDENTITY_CLOCK);
    }
    clocks.start(
        handle,
        actor.controller(),
        received.id(),
        received.type().clockCode(),
        waited ? verified.at() : received.receivedAt());
    if (received.type() == RightsRequestType.DELETE) {
      erasures.ask(
          handle,
          new ErasureRows.Waiting(actor.controller(), received.id(), received.customerId()));
    }
  }

  /**
   * Refuses a step that is not possible now.
   *
   * @throws ProblemException {@code CONFLICT}; {@code IDENTITY_UNCHECKED} while it is not known who
   *     asks; {@code FOUR_EYES} for a decision by whoever recorded the request or checked who asked
   */
  RequestState requirePossible(
      Handle handle, Actor actor, RequestRows.Received received, RequestStep next) {
    List<RequestStep> steps = rows.steps(handle, received.id());
    RequestState after = stateOf(steps).after(next);
    if (!after.isOpen()
        && (steps.stream().anyMatch(step -> step.isCheckBy(actor))
            || rows.findIntake(handle, received.id()).filter(in -> in.isBy(actor)).isPresent())) {
      throw new ProblemException(ProblemCode.FOUR_EYES);
    }
    return after;
  }

  RightsRequest take(Handle handle, Actor actor, RequestRows.Received received, RequestStep next) {
    rows.lock(handle, received.id());
    RequestState after = requirePossible(handle, actor, received, next);
    List<RequestStep> steps = rows.steps(handle, received.id());
    append(handle, actor, received, steps.size() + 1, next, null);
    moveClock(handle, actor, received, stateOf(steps), after);
    return view(handle, actor, received);
  }

  private void moveClock(
      Handle handle,
      Actor actor,
      RequestRows.Received received,
      RequestState before,
      RequestState after) {
    String code =
        before instanceof RequestState.IdentityCheck ? IDENTITY_CLOCK : received.type().clockCode();
    if (before instanceof RequestState.Waiting waiting) {
      clocks.addPause(
          handle,
          actor.controller(),
          received.id(),
          code,
          Duration.between(waiting.since(), clock.instant()),
          LONGEST_PAUSE);
    }
    if (!after.isOpen()) {
      clocks.stop(handle, actor.controller(), received.id(), code);
    }
  }

  private void append(
      Handle handle,
      Actor actor,
      RequestRows.Received received,
      int sequence,
      RequestStep step,
      @Nullable String proofReference) {
    rows.append(handle, actor.controller(), received.id(), sequence, step, proofReference);
    audit.record(
        handle, event(actor, step.kind().event(), received).reason(step.reasonCode()).build());
  }

  RightsRequest view(Handle handle, Actor actor, RequestRows.Received received) {
    List<RequestStep> steps = rows.steps(handle, received.id());
    RequestState state = stateOf(steps);
    List<ClockView> running = clocks.list(handle, List.of(received.id()));
    Intake intake = rows.findIntake(handle, received.id()).orElse(null);
    boolean customer = actor.kind() == ActorKind.CUSTOMER;
    RequestStep last = state.isOpen() ? null : steps.getLast();
    return new RightsRequest(
        received.id(),
        received.customerId().value(),
        received.type().name(),
        state.label(),
        intake == null ? "PORTAL" : intake.channel().name(),
        intake == null || customer ? null : intake.recordedBy(),
        steps.stream()
            .filter(step -> step.kind() == RequestStep.Kind.VERIFIED)
            .map(RequestStep::reasonCode)
            .findFirst()
            .orElse(null),
        received.textId(),
        last == null ? null : last.textId(),
        last == null ? null : last.reasonCode(),
        received.receivedAt(),
        dueAt(received, running).dueAt(),
        running,
        erasureFor(handle, actor, received.id()));
  }

  /** What is prepared is for its handlers; the person reads what was confirmed. */
  private List<ErasureAnswer> erasureFor(Handle handle, Actor actor, UUID id) {
    if (actor.kind() == ActorKind.CUSTOMER) {
      return erasures.listConfirmed(handle, id);
    }
    return actor.has(Role.COMPLIANCE_OFFICER) || actor.has(Role.SUPERVISOR)
        ? erasures.list(handle, id)
        : List.of();
  }

  /** The answer's clock, or the one of the identity check that comes before it. */
  private static ClockView dueAt(RequestRows.Received received, List<ClockView> running) {
    return running.stream()
        .filter(each -> each.code().equals(received.type().clockCode()))
        .findFirst()
        .orElseGet(running::getFirst);
  }

  RequestStep step(
      RequestStep.Kind kind, Actor actor, @Nullable String reasonCode, @Nullable UUID textId) {
    return new RequestStep(kind, clock.instant(), actor.id(), reasonCode, textId);
  }

  private AuditEvents event(Actor actor, String type, RequestRows.Received received) {
    return AuditEvents.of(actor, type, clock)
        .subject(received.customerId())
        .resource("rights.request", received.id().toString());
  }

  private static RequestState stateOf(List<RequestStep> steps) {
    RequestState state = new RequestState.IdentityCheck();
    for (RequestStep step : steps) {
      state = state.after(step);
    }
    return state;
  }
}
