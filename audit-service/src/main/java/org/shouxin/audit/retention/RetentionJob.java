package org.shouxin.audit.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.time.BusinessTime;

/**
 * Once a day, between two hours of the night: moves due dates with the law, restricts what is past
 * its purpose, proposes what is due for destruction (R-RC-09). Each page is a commit of its own
 * under a lock of the controller, so one replica works at a time, any replica goes on where another
 * died, and a page done twice changes nothing.
 */
@Singleton
class RetentionJob {
  private static final Logger LOG = Logger.getLogger(RetentionJob.class);
  private static final int PAGE = 500;
  private static final UUID FIRST = new UUID(0, 0);
  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended(:controller, 80))";
  private static final String CONTROLLERS =
      "select controller_id from retention_controller order by controller_id";

  private final Database database;
  private final RetentionRuns runs;
  private final OwnFiles ownFiles;
  private final RetentionSteps steps;
  private final Clock clock;
  private final int fromHour;
  private final int untilHour;

  @Inject
  RetentionJob(
      Database database,
      RetentionRuns runs,
      OwnFiles ownFiles,
      RetentionSteps steps,
      Clock clock,
      @ConfigProperty(name = "shouxin.retention.from-hour") int fromHour,
      @ConfigProperty(name = "shouxin.retention.until-hour") int untilHour) {
    this.database = database;
    this.runs = runs;
    this.ownFiles = ownFiles;
    this.steps = steps;
    this.clock = clock;
    this.fromHour = fromHour;
    this.untilHour = untilHour;
  }

  @Scheduled(
      every = "${shouxin.retention.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    int hour = clock.instant().atZone(BusinessTime.ZONE).getHour();
    if (fromHour <= hour && hour < untilHour) {
      runAll();
    }
  }

  /** Today's run for every controller, as far as it is not done; one that fails stops no other. */
  void runAll() {
    LocalDate today = BusinessTime.today(clock);
    List<ControllerId> controllers =
        database.systemRead(handle ->
            handle.createQuery(CONTROLLERS).mapTo(String.class).map(ControllerId::new).list());
    for (ControllerId controller : controllers) {
      try {
        run(controller, today);
      } catch (RuntimeException failed) {
        LOG.errorf(failed, "retention of %s waits for the next round", controller);
      }
    }
  }

  /**
   * One controller's run of a day, from where it stands to its end or to another replica's turn.
   */
  void run(ControllerId controller, LocalDate today) {
    boolean mine = begin(controller, today);
    mine = mine && walk(controller, today, FIRST, steps::recompute);
    mine = mine && walk(controller, today, KeptRecords.Position.START, steps::restrict);
    mine = mine && walk(controller, today, KeptRecords.Position.START, steps::propose);
    mine = mine && walk(controller, today, KeptRecords.Position.START, steps::proposeErased);
    if (mine) {
      database.write(
          controller,
          handle -> {
            runs.finish(handle, controller, today, clock.instant());
            return true;
          });
    }
  }

  private boolean begin(ControllerId controller, LocalDate today) {
    return database.write(
        controller,
        handle -> {
          if (!isMine(handle, controller)
              || !runs.isOpen(handle, controller, today, clock.instant())) {
            return false;
          }
          ownFiles.report(handle, controller);
          return true;
        });
  }

  private <P> boolean walk(
      ControllerId controller, LocalDate today, P start, RetentionSteps.Step<P> step) {
    Optional<P> from = Optional.of(start);
    while (from.isPresent()) {
      P position = from.get();
      Optional<Optional<P>> next =
          database.write(
              controller,
              handle ->
                  isMine(handle, controller)
                      ? Optional.of(step.page(handle, controller, today, position, PAGE))
                      : Optional.empty());
      if (next.isEmpty()) {
        return false;
      }
      from = next.get();
    }
    return true;
  }

  private static boolean isMine(Handle handle, ControllerId controller) {
    return handle
        .createQuery(LOCK)
        .bind("controller", controller.value())
        .mapTo(Boolean.class)
        .one();
  }
}
