package org.shouxin.audit.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.retention.RetentionRuns.Place;
import org.shouxin.audit.retention.RetentionRuns.Walk;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.time.BusinessTime;

/**
 * Once a day, between two hours of the night: moves due dates with the law, restricts what is past
 * its purpose, proposes what is due for destruction (R-RC-09). Each page is a commit of its own
 * under a lock of the controller and leaves its place, so one replica works at a time, any replica
 * goes on after the last page of another that died, and a page done twice changes nothing.
 */
@Singleton
class RetentionJob {
  private static final Logger LOG = Logger.getLogger(RetentionJob.class);
  private static final int PAGE = 500;
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
    Optional<Place> place = begin(controller, today);
    while (place.isPresent() && place.get().walk() != Walk.DONE) {
      place = page(controller, today, place.get(), PAGE);
    }
    if (place.isPresent()) {
      database.write(
          controller,
          handle -> {
            runs.finish(handle, controller, today, clock.instant());
            return true;
          });
    }
  }

  /** Where the day's run goes on; nowhere when it is done, or another replica is at it. */
  Optional<Place> begin(ControllerId controller, LocalDate today) {
    return database.write(
        controller,
        handle -> {
          if (!isMine(handle, controller)) {
            return Optional.empty();
          }
          Optional<Place> place = runs.open(handle, controller, today, clock.instant());
          if (place.isPresent()) {
            ownFiles.report(handle, controller);
          }
          return place;
        });
  }

  /** Does one page and commits it with its place; nowhere when another replica is at it. */
  Optional<Place> page(ControllerId controller, LocalDate today, Place from, int most) {
    return database.write(
        controller,
        handle -> {
          if (!isMine(handle, controller)) {
            return Optional.empty();
          }
          Place next = steps.page(handle, controller, today, from, most);
          runs.reached(handle, controller, today, next);
          return Optional.of(next);
        });
  }

  private static boolean isMine(Handle handle, ControllerId controller) {
    return handle
        .createQuery(LOCK)
        .bind("controller", controller.value())
        .mapTo(Boolean.class)
        .one();
  }
}
