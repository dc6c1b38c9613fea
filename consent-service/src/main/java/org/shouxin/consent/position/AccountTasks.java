package org.shouxin.consent.position;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;

/**
 * Opens, closes and moves accounts at the identity provider until it has worked. Every step there
 * can be repeated; a task that is late is an error each time.
 */
@ApplicationScoped
class AccountTasks {
  private static final Logger LOG = Logger.getLogger(AccountTasks.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final String COLUMNS =
      "select controller_id, id, employee_no, kind, roles, branch, ordered_at, due_at, attempts,"
          + " last_fault, done_at from account_task";

  private final Database database;
  private final Accounts accounts;
  private final AuditOutbox audit;
  private final MeterRegistry metrics;
  private final Clock clock;

  AccountTasks(
      Database database, Accounts accounts, AuditOutbox audit, MeterRegistry metrics, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.audit = audit;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The newest 200 of the reader's controller, with what went wrong last. */
  List<AccountTask> list(Actor reader) {
    return database.systemRead(handle ->
        handle
            .createQuery(COLUMNS + " where controller_id = ? order by ordered_at desc limit 200")
            .bind(0, reader.controller())
            .mapTo(AccountTask.class)
            .list());
  }

  @Scheduled(
      every = "{shouxin.consent.accounts.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void work() {
    List<AccountTask> open =
        database.systemRead(handle ->
            handle
                .createQuery(
                    COLUMNS
                        + " where done_at is null and next_try_at <= ?"
                        + " order by next_try_at limit 50")
                .bind(0, clock.instant())
                .mapTo(AccountTask.class)
                .list());
    open.forEach(this::attempt);
  }

  private void attempt(AccountTask task) {
    try {
      accounts.carryOut(task);
      database.write(task.controllerId(), handle -> done(handle, task));
    } catch (AccountFault fault) {
      metrics.counter("shouxin.accounts.failures").increment();
      if (clock.instant().isAfter(task.dueAt())) {
        LOG.errorf("account task %s is late: %s", task.id(), fault.code());
      }
      database.systemWrite(handle -> later(handle, task, fault.code()));
    }
  }

  private int done(Handle handle, AccountTask task) {
    int changed =
        handle.execute(
            "update account_task set done_at = ?, attempts = attempts + 1, last_fault = null"
                + " where controller_id = ? and id = ? and employee_no = ? and done_at is null",
            clock.instant(),
            task.controllerId(),
            task.id(),
            task.employeeNo());
    if (changed == 1) {
      audit.record(
          handle,
          AuditEvents.ofSystem(
                  task.controllerId(), "consent-service", eventType(task.kind()), clock)
              .resource("account.task", task.id().toString())
              .concerns("employee:" + task.employeeNo())
              .build());
    }
    return changed;
  }

  private static String eventType(String kind) {
    return switch (kind) {
      case "OPEN" -> "account.opened";
      case "CLOSE" -> "account.closed";
      default -> "account.moved";
    };
  }

  private int later(Handle handle, AccountTask task, String fault) {
    Duration pause = Duration.ofSeconds(1L << Math.min(task.attempts(), 6));
    Instant next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    return handle.execute(
        "update account_task set attempts = attempts + 1, last_fault = ?, next_try_at = ?"
            + " where controller_id = ? and id = ? and employee_no = ?",
        fault,
        next,
        task.controllerId(),
        task.id(),
        task.employeeNo());
  }
}
