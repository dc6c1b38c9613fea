package org.shouxin.consent.duty;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/**
 * Looks for clocks that reach an escalation or their end. Safe on every replica: a row is claimed
 * by a row lock, and a claimed row has moved on before anyone else sees it. A row that fails is set
 * aside for a while and told by log and metric; the others go on.
 */
@ApplicationScoped
class ClockWatch {
  private static final Logger LOG = Logger.getLogger(ClockWatch.class);
  private static final Duration SET_ASIDE = Duration.ofMinutes(5);
  private static final String DUE =
      "select controller_id, case_id, code, due_at from duty_clock_open"
          + " where look_again_at <= ? order by look_again_at limit 100";
  private static final String CLAIM =
      "select due_at from duty_clock_open where controller_id = ? and case_id = ? and code = ?"
          + " and look_again_at <= ? for update skip locked";

  private static final String LATER =
      "update duty_clock_open set look_again_at = ?"
          + " where controller_id = ? and case_id = ? and code = ?";

  /** A clock to look at. */
  public record Due(ControllerId controllerId, UUID caseId, String code, Instant dueAt) {}

  private final Database database;
  private final CaseClocks clocks;
  private final MeterRegistry metrics;
  private final Clock clock;

  ClockWatch(Database database, CaseClocks clocks, MeterRegistry metrics, Clock clock) {
    this.database = database;
    this.clocks = clocks;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Scheduled(
      every = "{shouxin.duty.watch-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    Instant now = clock.instant();
    List<Due> due =
        database.systemRead(handle -> handle.createQuery(DUE).bind(0, now).mapTo(Due.class).list());
    for (Due row : due) {
      try {
        lookAt(row, now);
      } catch (RuntimeException failed) {
        metrics.counter("shouxin.duty.failures").increment();
        LOG.errorf(failed, "clock %s of case %s is set aside", row.code(), row.caseId());
        setAside(row, now);
      }
    }
  }

  private void setAside(Due row, Instant now) {
    database.systemWrite(handle ->
        handle.execute(LATER, now.plus(SET_ASIDE), row.controllerId(), row.caseId(), row.code()));
  }

  private void lookAt(Due row, Instant now) {
    boolean breached =
        database.write(
            row.controllerId(),
            handle -> {
              return handle
                  .createQuery(CLAIM)
                  .bind(0, row.controllerId())
                  .bind(1, row.caseId())
                  .bind(2, row.code())
                  .bind(3, now)
                  .mapTo(Instant.class)
                  .findOne()
                  .filter(dueAt ->
                      clocks.escalate(handle, row.controllerId(), row.caseId(), row.code(), dueAt))
                  .isPresent();
            });
    if (breached) {
      metrics.counter("shouxin.clock.breaches").increment();
    }
  }
}
