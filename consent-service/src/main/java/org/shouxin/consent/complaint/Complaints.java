package org.shouxin.consent.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.duty.CaseClocks;
import org.shouxin.consent.duty.CaseNotices;
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
import org.shouxin.platform.time.BusinessTime;

/**
 * Complaints from receipt to closing, each step with its audit event in one transaction (R-CP-01).
 */
@ApplicationScoped
class Complaints {
  /** First substantive answer by a person within 72 hours. */
  static final String FIRST_RESPONSE = "K-01";

  /** Decision within 15 days. */
  static final String HANDLING = "K-02";

  static final String PURPOSE = "P-10";
  private final Database database;
  private final ComplaintRows rows;
  private final CaseClocks clocks;
  private final CaseNotices notices;
  private final MajorComplaints major;
  private final Extensions extensions;
  private final AuditOutbox audit;
  private final Clock clock;

  Complaints(
      Database database,
      ComplaintRows rows,
      CaseClocks clocks,
      CaseNotices notices,
      MajorComplaints major,
      Extensions extensions,
      AuditOutbox audit,
      Clock clock) {
    this.database = database;
    this.notices = notices;
    this.major = major;
    this.extensions = extensions;
    this.rows = rows;
    this.clocks = clocks;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Receives a complaint; the 72 hours start now. A copy with the same sealed text finds the first.
   */
  Complaint file(Actor actor, CustomerId customer, UUID textId, String channel) {
    if (actor.kind() == ActorKind.CUSTOMER && !actor.is(customer)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    return database.write(
        actor.controller(),
        handle -> {
          rows.lock(handle, textId);
          ComplaintRows.Received earlier = rows.findByText(handle, textId).orElse(null);
          if (earlier != null) {
            return view(handle, actor, requireOf(customer, earlier));
          }
          ComplaintRows.Received received =
              new ComplaintRows.Received(
                  Ids.next(),
                  rows.nextNumber(handle, actor.controller(), BusinessTime.today(clock)),
                  customer,
                  textId,
                  clock.instant().truncatedTo(ChronoUnit.MICROS));
          rows.insert(handle, actor.controller(), received, channel);
          audit.record(
              handle, event(actor, "complaint.received", received).channel(channel).build());
          clocks.start(
              handle, actor.controller(), received.id(), FIRST_RESPONSE, received.receivedAt());
          clocks.start(handle, actor.controller(), received.id(), HANDLING, received.receivedAt());
          major.received(handle, actor, received);
          return view(handle, actor, received);
        });
  }

  /**
   * Gives a complaint to its handler and notes whom it is about.
   *
   * @param concerned employee numbers, added to those named before
   * @param stakes what is at stake; null when nothing was said
   */
  Complaint assign(
      Actor actor, UUID id, Step assigned, List<String> concerned, @Nullable Stakes stakes) {
    String namedBy = String.valueOf(actor.employeeNo());
    return database.write(
        actor.controller(),
        handle -> {
          ComplaintRows.Received received = require(handle, id);
          rows.lock(handle, id);
          for (String employeeNo : concerned) {
            rows.concern(handle, actor.controller(), id, employeeNo, namedBy, assigned.at());
            notices.exclude(handle, actor.controller(), id, employeeNo);
          }
          if (stakes != null) {
            major.weigh(handle, actor, received, stakes);
          }
          return take(handle, actor, id, assigned);
        });
  }

  /** Starts the plan of a major complaint; by its handler. */
  Complaint startPlan(Actor actor, UUID id, String route) {
    return database.write(
        actor.controller(),
        handle -> {
          ComplaintRows.Received received = require(handle, id);
          rows.lock(handle, id);
          rows.impartiality(handle, id).checkHandler(actor, rows.steps(handle, id));
          major.startPlan(handle, actor, received, route);
          return view(handle, actor, received);
        });
  }

  /**
   * More time for the decision, by its handler: at once, or proposed to a senior (K-02).
   *
   * @param textId the reason, told to the customer as soon as the time is extended
   */
  Complaint extend(Actor actor, UUID id, UUID textId) {
    return database.write(
        actor.controller(),
        handle -> {
          require(handle, id);
          rows.lock(handle, id);
          List<Step> before = rows.steps(handle, id);
          rows.impartiality(handle, id).checkHandler(actor, before);
          return add(handle, actor, id, before, extensions.wish(handle, actor, id, before, textId));
        });
  }

  /** Approves more time, by a senior who does not handle the complaint. */
  Complaint approveExtension(Actor senior, UUID id) {
    return database.write(
        senior.controller(),
        handle -> {
          require(handle, id);
          rows.lock(handle, id);
          List<Step> before = rows.steps(handle, id);
          rows.impartiality(handle, id).checkSenior(senior, before);
          return add(handle, senior, id, before, extensions.approval(senior, before));
        });
  }

  /** Refuses what {@link #step} would refuse now, and changes nothing. */
  void check(Actor actor, UUID id, Step next) {
    database.read(
        actor.controller(),
        handle -> {
          require(handle, id);
          List<Step> steps = rows.steps(handle, id);
          check(handle, actor, id, steps, next);
          if (next.kind() == Step.Kind.EXTENDED) {
            extensions.wish(handle, actor, id, steps, null);
          }
          return id;
        });
  }

  /** Adds a step by the handler; the first answer stops K-01, the decision stops K-02. */
  Complaint step(Actor actor, UUID id, Step step) {
    return database.write(actor.controller(), handle -> take(handle, actor, id, step));
  }

  /** One complaint for those who handle complaints. */
  Complaint get(Actor actor, UUID id) {
    return database.read(actor.controller(), handle -> view(handle, actor, require(handle, id)));
  }

  private Complaint take(Handle handle, Actor actor, UUID id, Step step) {
    require(handle, id);
    rows.lock(handle, id);
    List<Step> steps = rows.steps(handle, id);
    check(handle, actor, id, steps, step);
    return add(handle, actor, id, steps, step);
  }

  private Complaint add(Handle handle, Actor actor, UUID id, List<Step> steps, Step step) {
    ComplaintRows.Received received = require(handle, id);
    stateOf(steps).after(step);
    rows.append(handle, actor.controller(), id, steps.size() + 1, step);
    audit.record(handle, event(actor, step.kind().event(), received).build());
    if (step.kind() == Step.Kind.RESPONDED) {
      clocks.stop(handle, actor.controller(), id, FIRST_RESPONSE);
    }
    if (step.kind() == Step.Kind.DECIDED) {
      clocks.stop(handle, actor.controller(), id, HANDLING);
    }
    if (step.kind() == Step.Kind.EXTENDED) {
      extensions.grant(handle, actor, id, steps);
    }
    return view(handle, actor, received);
  }

  private void check(Handle handle, Actor actor, UUID id, List<Step> steps, Step next) {
    rows.impartiality(handle, id).check(actor, steps, next);
    stateOf(steps).after(next);
    if (next.kind() == Step.Kind.DECIDED) {
      major.requirePlan(handle, id);
    }
  }

  /** One page, newest first: a customer's own, or all of the controller for its handlers. */
  List<Complaint> list(Actor actor, @Nullable UUID before, int limit) {
    CustomerId own = actor.kind() == ActorKind.CUSTOMER ? actor.requireCustomer() : null;
    return database.read(
        actor.controller(),
        handle ->
            rows.list(handle, own, before, limit).stream()
                .map(received -> view(handle, actor, received))
                .toList());
  }

  private ComplaintRows.Received require(Handle handle, UUID id) {
    return rows.find(handle, id)
        .orElseThrow(() -> new ProblemException(ProblemCode.COMPLAINT_NOT_FOUND));
  }

  private Complaint view(Handle handle, Actor actor, ComplaintRows.Received received) {
    List<Step> steps = rows.steps(handle, received.id());
    ComplaintState state = stateOf(steps);
    List<ClockView> running = clocks.list(handle, List.of(received.id()));
    ClockView first = clockOf(running, FIRST_RESPONSE);
    return new Complaint(
        received.id(),
        received.number(),
        received.customerId().value(),
        state.label(),
        received.textId(),
        lastAnswer(steps),
        received.receivedAt(),
        first.dueAt(),
        first.metAt(),
        clockOf(running, HANDLING).dueAt(),
        state.currentHandler(),
        actor.kind() == ActorKind.CUSTOMER ? List.of() : rows.concerned(handle, received.id()),
        actor.kind() == ActorKind.CUSTOMER ? List.of() : major.grounds(handle, received.id()),
        major.plan(handle, received.id()).orElse(null),
        extended(steps),
        actor.kind() == ActorKind.CUSTOMER ? null : Extensions.proposed(steps),
        state.openPromises().entrySet().stream()
            .map(promise -> new Complaint.Promise(promise.getKey(), promise.getValue()))
            .toList(),
        running);
  }

  private AuditEvents event(Actor actor, String type, ComplaintRows.Received received) {
    return AuditEvents.of(actor, type, clock)
        .subject(received.customerId())
        .purpose(PURPOSE)
        .resource("complaint", received.id().toString());
  }

  static ComplaintState stateOf(List<Step> steps) {
    ComplaintState state = new ComplaintState.Received(null);
    for (Step step : steps) {
      state = state.after(step);
    }
    return state;
  }

  private static @Nullable UUID lastAnswer(List<Step> steps) {
    UUID answer = null;
    for (Step step : steps) {
      answer =
          switch (step.kind()) {
            case RESPONDED, DECIDED -> step.textId();
            case ASSIGNED, EXTENDED, EXTENSION_PROPOSED, PROMISED, PROMISE_KEPT, CLOSED -> answer;
          };
    }
    return answer;
  }

  private static List<Complaint.Extension> extended(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.kind() == Step.Kind.EXTENDED)
        .map(step -> new Complaint.Extension(step.at(), Objects.requireNonNull(step.textId())))
        .toList();
  }

  private static ComplaintRows.Received requireOf(
      CustomerId customer, ComplaintRows.Received earlier) {
    if (!earlier.customerId().equals(customer)) {
      throw new ProblemException(ProblemCode.IDEMPOTENCY_CONFLICT);
    }
    return earlier;
  }

  private static ClockView clockOf(List<ClockView> running, String code) {
    return running.stream()
        .filter(view -> view.code().equals(code))
        .findAny()
        .orElseThrow(() -> new IllegalStateException("a complaint without clock " + code));
  }

  Step stepNow(
      Step.Kind kind,
      String employeeNo,
      @Nullable UUID textId,
      @Nullable UUID promiseId,
      java.time.@Nullable LocalDate dueOn) {
    Instant now = clock.instant();
    return new Step(kind, now, employeeNo, textId, promiseId, dueOn);
  }
}
