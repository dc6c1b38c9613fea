package org.shouxin.audit.destruction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How far an execution is: item by item, stopped, ended. */
@Singleton
public class Progress {
  private final PlanFile file;
  private final ItemRows items;
  private final RetentionLink retention;
  private final DestructionClock k21;
  private final Clock clock;

  @Inject
  Progress(
      PlanFile file, ItemRows items, RetentionLink retention, DestructionClock k21, Clock clock) {
    this.file = file;
    this.items = items;
    this.retention = retention;
    this.k21 = k21;
    this.clock = clock;
  }

  /** An item is destroyed; the plan is executed when it was the last one. */
  public void done(
      Handle handle, Course course, Item item, String by, @Nullable Integer rowsDestroyed) {
    items.done(
        handle, item.id(), by, rowsDestroyed, clock.instant().truncatedTo(ChronoUnit.MICROS));
    retention.destroyed(handle, course.plan(), item);
    endWhenNothingIsLeft(handle, course);
  }

  /**
   * No further item is begun.
   *
   * @param hold whether a hold is why: then K-21 pauses
   */
  public void stop(Handle handle, Course course, String why, UUID item, boolean hold) {
    file.takeAlone(handle, course, StepKind.STOPPED, "audit-service", why + ":" + item);
    items.close(handle, course.plan().id());
    if (hold) {
      k21.pause(handle, course.plan());
    }
  }

  void endWhenNothingIsLeft(Handle handle, Course course) {
    if (course.state() instanceof PlanState.Executing
        && items.remaining(handle, course.plan().id(), 1).isEmpty()) {
      String executor = course.last(StepKind.STARTED).orElseThrow().actorId();
      file.takeAlone(handle, course, StepKind.EXECUTED, executor, "");
    }
  }
}
