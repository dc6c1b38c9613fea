package org.shouxin.audit.destruction;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/** Looks for destructions whose K-21 ran out. Safe on every replica: the update decides. */
@Singleton
class DestructionWatch {
  private static final String OUT =
      "select controller_id, plan_id from destruction_clock"
          + " where due_at < ? and breached_at is null and met_at is null and paused_at is null"
          + " order by due_at limit 100";

  /** A clock that ran out. */
  public record Late(ControllerId controllerId, UUID planId) {}

  private final Database database;
  private final DestructionClock k21;
  private final Clock clock;

  @Inject
  DestructionWatch(Database database, DestructionClock k21, Clock clock) {
    this.database = database;
    this.k21 = k21;
    this.clock = clock;
  }

  @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    List<Late> late =
        database.systemRead(
            handle -> handle.createQuery(OUT).bind(0, clock.instant()).mapTo(Late.class).list());
    for (Late one : late) {
      database.write(
          one.controllerId(),
          handle -> {
            k21.breached(handle, one.controllerId(), one.planId());
            return one;
          });
    }
  }
}
