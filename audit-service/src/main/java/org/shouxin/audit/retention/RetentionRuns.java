package org.shouxin.audit.retention;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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

  /** What the daily job does, one walk over a controller's records after the other. */
  enum Walk {
    DUE_DATES,
    RESTRICTION,
    RETENTION_ENDED,
    ERASURE_REQUEST,
    DONE
  }

  /**
   * How far a run is.
   *
   * @param after the last record of that walk that is done; empty at its start
   */
  record Place(Walk walk, List<String> after) {
    static Place start(Walk walk) {
      return new Place(walk, List.of());
    }
  }

  /** Begins the day's run if nobody did; from where it goes on, nowhere when it is done already. */
  Optional<Place> open(Handle handle, ControllerId controller, LocalDate day, Instant now) {
    handle.execute(
        "insert into retention_run (controller_id, run_on, started_at) values (?, ?, ?)"
            + " on conflict do nothing",
        controller,
        day,
        now.atOffset(ZoneOffset.UTC));
    return handle
        .createQuery(
            "select walk, place from retention_run"
                + " where controller_id = ? and run_on = ? and finished_at is null")
        .bind(0, controller)
        .bind(1, day)
        .map((row, _) ->
            new Place(
                Walk.valueOf(row.getString("walk")),
                List.of((String[]) row.getArray("place").getArray())))
        .findOne();
  }

  /** A page is done; whoever goes on begins after it. */
  void reached(Handle handle, ControllerId controller, LocalDate day, Place place) {
    handle.execute(
        "update retention_run set walk = ?, place = ? where controller_id = ? and run_on = ?",
        place.walk().name(),
        place.after().toArray(String[]::new),
        controller,
        day);
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
