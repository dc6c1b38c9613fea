package org.shouxin.audit.destruction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.destruction.recipient.RecipientRequests;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** What proposer, approver, executor and witness do about a plan. */
@Singleton
class PlanDesk {
  private final PlanFile file;
  private final ItemRows items;
  private final Progress progress;
  private final RetentionLink retention;
  private final RecipientRequests recipients;
  private final DestructionClock k21;
  private final Clock clock;

  @Inject
  PlanDesk(
      PlanFile file,
      ItemRows items,
      Progress progress,
      RetentionLink retention,
      RecipientRequests recipients,
      DestructionClock k21,
      Clock clock) {
    this.file = file;
    this.items = items;
    this.progress = progress;
    this.retention = retention;
    this.recipients = recipients;
    this.k21 = k21;
    this.clock = clock;
  }

  /** Takes items out of the list; an approval that was given is void. */
  void change(Actor officer, UUID plan, List<UUID> withdrawn) {
    file.work(
        officer,
        plan,
        (handle, course) -> {
          course.state().after(StepKind.CHANGED);
          withdrawn.forEach(item -> {
            if (!items.withdraw(handle, plan, item)) {
              throw new ProblemException(ProblemCode.DESTRUCTION_NOT_FOUND, "item " + item);
            }
            items
                .find(handle, item)
                .ifPresent(out -> retention.released(handle, course.plan(), out));
          });
          if (items.digests(handle, plan).isEmpty()) {
            throw new ProblemException(
                ProblemCode.DESTRUCTION_SCOPE_INVALID, "nothing is left; give the plan up");
          }
          file.take(handle, officer, course, StepKind.CHANGED, "");
        });
  }

  /** Approves exactly the list with this digest. */
  void approve(Actor approver, UUID plan, String scopeDigest) {
    file.work(
        approver,
        plan,
        (handle, course) -> {
          course.state().after(StepKind.APPROVED);
          FourEyes.mayApprove(course, approver.id());
          requireSame(course, scopeDigest);
          file.take(handle, approver, course, StepKind.APPROVED, "");
        });
  }

  /** Starts or resumes: owners may fetch what is left, recipients are asked to delete. */
  void start(Actor executor, UUID plan, @Nullable String witness) {
    file.work(
        executor,
        plan,
        (handle, course) -> {
          course.state().after(StepKind.STARTED);
          FourEyes.mayStart(course, executor.id(), witness);
          file.take(handle, executor, course, StepKind.STARTED, String.valueOf(witness));
          k21.goOn(handle, course.plan());
          items.open(handle, plan, clock.instant());
          recipients.ask(
              handle,
              executor.controller(),
              plan,
              k21.period(handle, BusinessTime.today(clock)).recipientDays());
          progress.endWhenNothingIsLeft(handle, file.get(handle, plan));
        });
  }

  /** The executor has overwritten or crushed a medium by hand. */
  void mediumDestroyed(Actor executor, UUID plan, UUID item) {
    file.work(
        executor,
        plan,
        (handle, course) -> {
          if (!(course.state() instanceof PlanState.Executing)) {
            throw new ProblemException(ProblemCode.DESTRUCTION_STATE_CONFLICT);
          }
          if (!course.last(StepKind.STARTED).orElseThrow().actorId().equals(executor.id())) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
          }
          Item medium =
              items
                  .find(handle, item)
                  .filter(found ->
                      found.planId().equals(plan)
                          && found.store().equals("media")
                          && found.isOpen())
                  .orElseThrow(() -> new ProblemException(ProblemCode.DESTRUCTION_NOT_FOUND));
          progress.done(handle, course, medium, executor.id(), null);
        });
  }

  /** The witness who was present says that exactly this list was destroyed. */
  void witness(Actor witness, UUID plan, String scopeDigest) {
    file.work(
        witness,
        plan,
        (handle, course) -> {
          course.state().after(StepKind.WITNESSED);
          FourEyes.mayWitness(course, witness.id());
          if (!witness.id().equals(course.witness().orElse(null))) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
          }
          requireSame(course, scopeDigest);
          file.take(handle, witness, course, StepKind.WITNESSED, "");
        });
  }

  /** Gives a plan up of which nothing is destroyed; its items are free for another one. */
  void giveUp(Actor officer, UUID plan) {
    file.work(
        officer,
        plan,
        (handle, course) -> {
          course.state().after(StepKind.VOIDED);
          requireUntouched(handle, plan);
          items
              .remaining(handle, plan, Integer.MAX_VALUE)
              .forEach(item -> retention.released(handle, course.plan(), item));
          items.withdrawAll(handle, plan);
          file.take(handle, officer, course, StepKind.VOIDED, "");
          k21.stop(handle, course.plan());
        });
  }

  private void requireUntouched(Handle handle, UUID plan) {
    boolean touched =
        items.counts(handle, plan).stream()
            .anyMatch(count -> count.state().equals("DONE") || count.state().equals("BEGUN"));
    if (touched) {
      throw new ProblemException(
          ProblemCode.DESTRUCTION_STATE_CONFLICT, "a part of it is destroyed already");
    }
  }

  static void requireSame(Course course, String scopeDigest) {
    if (!course.scopeDigest().equals(scopeDigest)) {
      throw new ProblemException(ProblemCode.DESTRUCTION_SCOPE_CHANGED);
    }
  }
}
