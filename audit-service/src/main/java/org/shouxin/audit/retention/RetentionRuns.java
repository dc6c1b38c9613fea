package org.shouxin.audit.retention;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/** A day's run in PostgreSQL: progress that commits with the work it counts. */
@Singleton
class RetentionRuns {
  /** What a page did. */
  record Done(long recomputed, long restricted, long proposed) {
    static Done recomputed(long number) {
      return new Done(number, 0, 0);
    }

    static Done restricted(long number) {
      return new Done(0, number, 0);
    }

    static Done proposed(long number) {
      return new Done(0, 0, number);
    }
  }

  /** Begins the day's run if nobody did; false when it is done already. */
  boolean isOpen(Handle handle, ControllerId controller, LocalDate day, Instant now) {
    handle.execute(
        "insert into retention_run (controller_id, run_on, started_at) values (?, ?, ?)"
            + " on conflict do nothing",
        controller,
        day,
        now.atOffset(ZoneOffset.UTC));
    return handle
        .createQuery(
            "select finished_at is null from retention_run where controller_id = ? and run_on = ?")
        .bind(0, controller)
        .bind(1, day)
        .mapTo(Boolean.class)
        .one();
  }

  void add(Handle handle, ControllerId controller, LocalDate day, Done done) {
    handle.execute(
        "update retention_run set recomputed = recomputed + ?, restricted = restricted + ?,"
            + " proposed = proposed + ? where controller_id = ? and run_on = ?",
        done.recomputed(),
        done.restricted(),
        done.proposed(),
        controller,
        day);
  }

  void finish(Handle handle, ControllerId controller, LocalDate day, Instant now) {
    handle.execute(
        "update retention_run set finished_at = ? where controller_id = ? and run_on = ?",
        now.atOffset(ZoneOffset.UTC),
        controller,
        day);
  }
}
