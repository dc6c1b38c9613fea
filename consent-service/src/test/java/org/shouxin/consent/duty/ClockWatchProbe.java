package org.shouxin.consent.duty;

import jakarta.enterprise.context.ApplicationScoped;
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

  public void look() {
    watch.look();
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
}
