package org.shouxin.consent.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/** Lets a test make the watch look now, and shows what a clock went through. */
@ApplicationScoped
public class ClockWatchProbe {
  private final ClockWatch watch;
  private final Database database;

  ClockWatchProbe(ClockWatch watch, Database database) {
    this.watch = watch;
    this.database = database;
  }

  /** Looks until nothing more than one look takes can be due: other tests leave clocks, too. */
  public void look() {
    for (int looks = 0; looks < 5; looks++) {
      watch.look();
    }
  }

  public List<String> events(String controller, String caseId, String code) {
    return database.read(
        new ControllerId(controller),
        handle ->
            handle
                .createQuery(
                    "select kind from duty_clock_event where case_id = ? and code = ? order by sequence")
                .bind(0, UUID.fromString(caseId))
                .bind(1, code)
                .mapTo(String.class)
                .list());
  }

  /** Puts a clock of a case that does not exist before all others: it fails when worked on. */
  public void putPoison(String controller, UUID caseId) {
    database.systemWrite(handle ->
        handle.execute(
            "insert into duty_clock_open (controller_id, case_id, code, due_at, look_again_at)"
                + " values (?, ?, 'K-01', ?, ?)",
            controller,
            caseId,
            Instant.EPOCH,
            Instant.EPOCH));
  }

  /** When the watch will look at the poison again; takes it away. */
  public Instant takePoison(UUID caseId) {
    return database.systemWrite(handle ->
        handle
            .createQuery("delete from duty_clock_open where case_id = ? returning look_again_at")
            .bind(0, caseId)
            .mapTo(Instant.class)
            .one());
  }
}
