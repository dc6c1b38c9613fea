package org.shouxin.records.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * Takes over restrictions and holds, in the order in which they changed. Reads look at the
 * database, so every replica knows what one of them fetched; while audit-service is away, what was
 * fetched last stays in force and its age is a metric.
 */
@ApplicationScoped
class StandingFollower {
  private static final Logger LOG = Logger.getLogger(StandingFollower.class);
  private static final int PAGE = 1000;
  private static final String KEEP =
      "insert into standing (controller_id, customer_id, restricted, held, restricted_records, sequence)"
          + " values (:controller, :customer, :restricted, :held, :records, :sequence)"
          + " on conflict on constraint standing_pk do update set restricted = excluded.restricted,"
          + " held = excluded.held, restricted_records = excluded.restricted_records,"
          + " sequence = excluded.sequence where standing.sequence < excluded.sequence";

  private final Database database;
  private final RetentionApi retention;
  private final Clock clock;
  private volatile @Nullable Instant fetchedAt;

  StandingFollower(
      Database database, @RestClient RetentionApi retention, Clock clock, MeterRegistry metrics) {
    this.database = database;
    this.retention = retention;
    this.clock = clock;
    metrics.gauge("shouxin.standing.age.seconds", this, StandingFollower::ageInSeconds);
  }

  @Scheduled(
      every = "${shouxin.retention.follow-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void follow() {
    try {
      while (takeOver() == PAGE) {
        // The next page waits already.
      }
      fetchedAt = clock.instant();
    } catch (RuntimeException away) {
      LOG.warnf("restrictions and holds wait: %s", away.getClass().getSimpleName());
    }
  }

  private int takeOver() {
    long known =
        database.systemRead(handle ->
            handle.createQuery("select sequence from standing_cursor").mapTo(Long.class).one());
    List<RetentionApi.Standing> changes = retention.standings(known, PAGE);
    for (RetentionApi.Standing change : changes) {
      keep(change);
    }
    if (!changes.isEmpty()) {
      long last = changes.getLast().sequence();
      database.systemWrite(handle ->
          handle.execute("update standing_cursor set sequence = ? where sequence < ?", last, last));
    }
    return changes.size();
  }

  private void keep(RetentionApi.Standing change) {
    ControllerId controller = new ControllerId(change.controllerId());
    database.write(
        controller,
        handle ->
            handle
                .createUpdate(KEEP)
                .bind("controller", controller)
                .bind("customer", CustomerId.parse(change.subjectRef()))
                .bind("restricted", change.restricted())
                .bind("held", change.held())
                .bind("sequence", change.sequence())
                .bindArray("records", String.class, change.restrictedRecords())
                .execute());
  }

  private double ageInSeconds() {
    Instant at = fetchedAt;
    return (clock.millis() - (at == null ? 0 : at.toEpochMilli())) / 1_000d;
  }
}
