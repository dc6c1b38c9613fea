package org.shouxin.audit.incident.duty;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/**
 * Looks for clocks that reach an alarm or their end. Safe on every replica: a row is claimed by a
 * row lock. A row that fails is set aside for a while and told by log and metric; the others go on.
 */
@Singleton
class ClockWatch {
  private static final Logger LOG = Logger.getLogger(ClockWatch.class);
  private static final Duration SET_ASIDE = Duration.ofMinutes(5);
  private static final String COLUMNS =
      "select controller_id, incident_id, code, started_at, due_at, alarm_minutes from"
          + " incident_clock_open";
  private static final String DUE =
      COLUMNS + " where look_again_at <= ? order by look_again_at limit 100";
  private static final String CLAIM =
      COLUMNS
          + " where controller_id = ? and incident_id = ? and code = ? and look_again_at <= ?"
          + " for update skip locked";
  private static final String LATER =
      "update incident_clock_open set look_again_at = ?"
          + " where controller_id = ? and incident_id = ? and code = ?";

  /** A clock to look at. */
  public record Due(
      ControllerId controllerId,
      UUID incidentId,
      String code,
      Instant startedAt,
      Instant dueAt,
      List<Integer> alarmMinutes) {}

  private final Database database;
  private final IncidentClocks clocks;
  private final MeterRegistry metrics;
  private final Clock clock;

  @Inject
  ClockWatch(Database database, IncidentClocks clocks, MeterRegistry metrics, Clock clock) {
    this.database = database;
    this.clocks = clocks;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    Instant now = clock.instant();
    List<Due> due =
        database.systemRead(handle -> handle.createQuery(DUE).bind(0, now).mapTo(Due.class).list());
    for (Due row : due) {
      try {
        lookAt(row, now);
      } catch (RuntimeException failed) {
        metrics.counter("shouxin.incident.clock.failures").increment();
        LOG.errorf(failed, "clock %s of incident %s is set aside", row.code(), row.incidentId());
        setAside(row, now);
      }
    }
  }

  private void lookAt(Due row, Instant now) {
    boolean breached =
        database.write(
            row.controllerId(),
            handle -> {
              return handle
                  .createQuery(CLAIM)
                  .bind(0, row.controllerId())
                  .bind(1, row.incidentId())
                  .bind(2, row.code())
                  .bind(3, now)
                  .mapTo(Due.class)
                  .findOne()
                  .filter(claimed -> clocks.reached(handle, claimed, now))
                  .isPresent();
            });
    if (breached) {
      metrics.counter("shouxin.clock.breaches").increment();
    }
  }

  private void setAside(Due row, Instant now) {
    database.systemWrite(handle ->
        handle.execute(
            LATER, now.plus(SET_ASIDE), row.controllerId(), row.incidentId(), row.code()));
  }
}
