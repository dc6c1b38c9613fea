package org.shouxin.audit.destruction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Opens a plan's file for one piece of work: locked, so that steps have an order. A step and its
 * audit event are one commit.
 */
@Singleton
public class PlanFile {
  private final Database database;
  private final PlanRows plans;
  private final ItemRows items;
  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  PlanFile(Database database, PlanRows plans, ItemRows items, OwnEvents audit, Clock clock) {
    this.database = database;
    this.plans = plans;
    this.items = items;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Works on a locked plan of the actor's controller.
   *
   * @throws ProblemException {@code DESTRUCTION_NOT_FOUND}
   */
  void work(Actor actor, UUID id, BiConsumer<Handle, Course> work) {
    database.write(
        actor.controller(),
        handle -> {
          work.accept(handle, locked(handle, id));
          return id;
        });
  }

  /** The plan, locked until the transaction ends. */
  public Course locked(Handle handle, UUID id) {
    plans.lock(handle, id);
    return get(handle, id);
  }

  /**
   * The plan as its steps made it; its certificate's digest is the detail of {@code CERTIFIED}.
   *
   * @throws ProblemException {@code DESTRUCTION_NOT_FOUND}
   */
  public Course get(Handle handle, UUID id) {
    return plans
        .find(handle, id)
        .orElseThrow(() -> new ProblemException(ProblemCode.DESTRUCTION_NOT_FOUND));
  }

  /** A person takes a step, when the state knows it. */
  void take(Handle handle, Actor actor, Course course, StepKind kind, String detail) {
    take(handle, course, kind, actor.id(), detail, AuditEvents.of(actor, kind.event(), clock));
  }

  /** The product takes a step in the name of {@code by}, when the state knows it. */
  public AuditEvent takeAlone(
      Handle handle, Course course, StepKind kind, String by, String detail) {
    AuditEvents event =
        AuditEvents.ofSystem(course.plan().controllerId(), "audit-service", kind.event(), clock);
    return take(handle, course, kind, by, detail, event);
  }

  private AuditEvent take(
      Handle handle, Course course, StepKind kind, String by, String detail, AuditEvents event) {
    course.state().after(kind);
    ScopeTree scope = new ScopeTree(items.digests(handle, course.plan().id()));
    Step step =
        new Step(kind, clock.instant().truncatedTo(ChronoUnit.MICROS), by, scope.root(), detail);
    plans.append(handle, course.plan(), step);
    boolean certified = kind == StepKind.CERTIFIED;
    AuditEvent told =
        event
            .resource("destruction", course.plan().id().toString())
            .change(certified ? scope.root() : null, certified ? detail : scope.root())
            .count(scope.size())
            .reason(reason(course, kind, by, detail))
            .build();
    audit.record(handle, told);
    return told;
  }

  /** Who took part, or why it stopped, as the event says it. */
  private static @Nullable String reason(Course course, StepKind kind, String by, String detail) {
    return switch (kind) {
      case PROPOSED -> course.plan().cause().name();
      case STARTED -> "WITNESS:" + detail;
      case STOPPED -> detail;
      case EXECUTED -> "EXECUTOR:" + by + "/WITNESS:" + course.witness().orElseThrow();
      case WITNESS_ABSENT, LOG_CONFIRMED ->
          "WITNESS:" + course.witness().orElseThrow() + "/" + detail;
      case CHANGED, APPROVED, WITNESSED, CERTIFIED, VOIDED -> null;
    };
  }
}
