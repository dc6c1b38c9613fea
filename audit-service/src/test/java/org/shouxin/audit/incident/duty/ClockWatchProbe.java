package org.shouxin.audit.incident.duty;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.shouxin.platform.database.Database;

/** Lets a test make the watch look now, and put a row before it that cannot be worked on. */
@Singleton
public class ClockWatchProbe {
  /** Longer than an event may be, so that its event cannot be written. */
  private static final String POISON = "K".repeat(17_000);

  private final ClockWatch watch;
  private final Database database;

  @Inject
  ClockWatchProbe(ClockWatch watch, Database database) {
    this.watch = watch;
    this.database = database;
  }

  public void look() {
    watch.look();
  }

  /** Puts a clock before all others that fails whenever it is worked on. */
  public void putPoison(UUID incident) {
    database.systemWrite(handle ->
        handle.execute(
            "insert into incident_clock_open (controller_id, incident_id, code, started_at, due_at,"
                + " alarm_minutes, look_again_at) values ('ctl-donghai', ?, ?, ?, ?, '{}', ?)",
            incident,
            POISON,
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH));
  }

  /** When the watch will look at the poison again; takes it away. */
  public Instant takePoison(UUID incident) {
    return database.systemWrite(handle ->
        handle
            .createQuery(
                "delete from incident_clock_open where incident_id = ? and code = ?"
                    + " returning look_again_at")
            .bind(0, incident)
            .bind(1, POISON)
            .mapTo(Instant.class)
            .one());
  }
}
