package org.shouxin.audit.destruction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Proposes plans: for the daily job, for erasure decisions, for staff. */
@Singleton
public class Plans {
  private final PlanRows plans;
  private final ItemRows items;
  private final PlanFile file;
  private final RetentionLink retention;
  private final DestructionClock k21;
  private final Clock clock;

  @Inject
  Plans(
      PlanRows plans,
      ItemRows items,
      PlanFile file,
      RetentionLink retention,
      DestructionClock k21,
      Clock clock) {
    this.plans = plans;
    this.items = items;
    this.file = file;
    this.retention = retention;
    this.k21 = k21;
    this.clock = clock;
  }

  /**
   * A new plan in the caller's transaction, bound to the controller; waits for an approver.
   *
   * @param proposer the service or job that found the items
   * @return the plan's id
   * @throws ProblemException {@code DESTRUCTION_SCOPE_INVALID}, {@code DESTRUCTION_HELD}; both name
   *     the items by their place
   */
  public UUID propose(
      Handle handle, ControllerId controller, Cause cause, List<ScopeItem> scope, String proposer) {
    Course course = write(handle, controller, cause, scope, proposer);
    file.takeAlone(handle, course, StepKind.PROPOSED, proposer, "");
    return course.plan().id();
  }

  /** The same by a compliance officer. */
  UUID propose(Handle handle, Actor officer, Cause cause, List<ScopeItem> scope) {
    Course course = write(handle, officer.controller(), cause, scope, officer.id());
    file.take(handle, officer, course, StepKind.PROPOSED, "");
    return course.plan().id();
  }

  private Course write(
      Handle handle, ControllerId controller, Cause cause, List<ScopeItem> scope, String proposer) {
    requireSound(scope);
    requireFree(handle, controller, cause, scope);
    LocalDate due = scope.stream().map(ScopeItem::dueOn).min(LocalDate::compareTo).orElseThrow();
    Course.Plan plan =
        new Course.Plan(
            controller,
            Ids.next(),
            cause,
            proposer,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            due);
    plans.insert(handle, plan);
    if (items.insert(handle, controller, plan.id(), scope) < scope.size()) {
      throw new ProblemException(
          ProblemCode.DESTRUCTION_SCOPE_INVALID, "another plan holds some of it already");
    }
    retention.planned(handle, controller, scope);
    k21.start(handle, plan);
    return new Course(plan, List.of());
  }

  private static void requireSound(List<ScopeItem> scope) {
    List<Problem.Fault> faults = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (int i = 0; i < scope.size(); i++) {
      ScopeItem item = scope.get(i);
      if (Method.fitting(item.store(), item.recordRef(), item.method()) == null) {
        faults.add(fault(i, "METHOD_UNFIT"));
      }
      if ((item.subject() == null) != item.isOfNobody()) {
        faults.add(fault(i, "PERSON_OR_MEDIUM"));
      }
      if (!seen.add(
          List.of(
              item.store(),
              String.valueOf(item.subject()),
              item.recordRef(),
              item.retentionClass()))) {
        faults.add(fault(i, "TWICE"));
      }
    }
    if (scope.isEmpty() || !faults.isEmpty()) {
      throw new ProblemException(ProblemCode.DESTRUCTION_SCOPE_INVALID, null, faults);
    }
  }

  private void requireFree(
      Handle handle, ControllerId controller, Cause cause, List<ScopeItem> scope) {
    List<Problem.Fault> held = new ArrayList<>();
    List<Problem.Fault> kept = new ArrayList<>();
    for (int i = 0; i < scope.size(); i++) {
      ScopeItem item = scope.get(i);
      if (item.isMedium()) {
        continue;
      }
      if (retention.isHeld(handle, controller, item.subjectRef(), item.recordRef())) {
        held.add(fault(i, "HELD"));
      } else if (retention.isKept(handle, controller, cause, item, BusinessTime.today(clock))) {
        kept.add(fault(i, "NOT_DUE"));
      }
    }
    if (!held.isEmpty()) {
      throw new ProblemException(ProblemCode.DESTRUCTION_HELD, null, held);
    }
    if (!kept.isEmpty()) {
      throw new ProblemException(ProblemCode.DESTRUCTION_SCOPE_INVALID, null, kept);
    }
  }

  private static Problem.Fault fault(int place, String code) {
    return new Problem.Fault("items[" + place + "]", code, "take it out of the list");
  }
}
