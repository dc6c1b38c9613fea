package org.shouxin.consent.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.duty.CaseClocks;
import org.shouxin.consent.duty.DutyExtension;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * More time for the decision (K-02, CBIRC Order 3/2020): once by its handler, once more when a
 * senior who does not handle it approves. The customer is told each time, with the reason; a reason
 * that waits for its approval is not told.
 */
@ApplicationScoped
class Extensions {
  private final CaseClocks clocks;
  private final Clock clock;

  Extensions(CaseClocks clocks, Clock clock) {
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * The handler's step now: the extension, or its proposal to a senior.
   *
   * @throws ProblemException {@code CONFLICT} when the law allows no more, one waits already, or
   *     the time is over
   */
  Step wish(Handle handle, Actor handler, UUID id, List<Step> before, @Nullable UUID textId) {
    if (proposed(before) != null) {
      throw new ProblemException(ProblemCode.CONFLICT, "an extension waits for its approval");
    }
    Step.Kind kind =
        next(handle, before).bySenior() ? Step.Kind.EXTENSION_PROPOSED : Step.Kind.EXTENDED;
    clocks.requireRunning(handle, id, Complaints.HANDLING);
    return step(kind, handler, textId);
  }

  /**
   * The approval of what waits, with the handler's words.
   *
   * @throws ProblemException {@code CONFLICT} when nothing waits
   */
  Step approval(Actor senior, List<Step> before) {
    UUID words = proposed(before);
    if (words == null) {
      throw new ProblemException(ProblemCode.CONFLICT, "no extension waits for approval");
    }
    return step(Step.Kind.EXTENDED, senior, words);
  }

  /** Moves the clock by what the law allows of the next extension. */
  void grant(Handle handle, Actor actor, UUID id, List<Step> before) {
    clocks.extend(handle, actor.controller(), id, Complaints.HANDLING, next(handle, before));
  }

  /** The reason that waits for a senior; null when none does. */
  static @Nullable UUID proposed(List<Step> steps) {
    UUID words = null;
    for (Step step : steps) {
      words =
          switch (step.kind()) {
            case EXTENSION_PROPOSED -> step.textId();
            case EXTENDED, DECIDED -> null;
            case ASSIGNED, RESPONDED, PROMISED, PROMISE_KEPT, CLOSED -> words;
          };
    }
    return words;
  }

  private DutyExtension next(Handle handle, List<Step> before) {
    long granted = before.stream().filter(step -> step.kind() == Step.Kind.EXTENDED).count();
    return clocks
        .findExtension(handle, Complaints.HANDLING, Math.toIntExact(granted) + 1)
        .orElseThrow(() ->
            new ProblemException(ProblemCode.CONFLICT, "the law allows no further extension"));
  }

  private Step step(Step.Kind kind, Actor actor, @Nullable UUID textId) {
    return new Step(kind, clock.instant(), String.valueOf(actor.employeeNo()), textId, null, null);
  }
}
