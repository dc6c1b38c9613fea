package org.shouxin.consent.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;

/** Customers that records-service has to give to somebody else; it asks, since nobody calls it. */
@ApplicationScoped
class Reassignments {
  private final Database database;
  private final AuditOutbox audit;
  private final Clock clock;

  Reassignments(Database database, AuditOutbox audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** One employee's customers go to another. */
  public record Reassignment(
      String controllerId, UUID id, String fromEmployee, String toEmployee) {}

  /** Those that are not done, oldest first. */
  List<Reassignment> listOpen() {
    return database.systemRead(handle ->
        handle
            .createQuery(
                "select controller_id, id, from_employee, to_employee from reassignment"
                    + " where done_at is null order by ordered_at limit 50")
            .mapTo(Reassignment.class)
            .list());
  }

  /** Says that it is done; saying it again changes nothing. */
  void done(ControllerId controller, UUID id, String from, int customers) {
    database.write(
        controller,
        handle -> {
          int changed =
              handle.execute(
                  "update reassignment set done_at = ?, customers = ? where controller_id = ?"
                      + " and id = ? and from_employee = ? and done_at is null",
                  clock.instant(),
                  customers,
                  controller,
                  id,
                  from);
          if (changed == 1) {
            audit.record(
                handle,
                AuditEvents.ofSystem(controller, "consent-service", "customers.reassigned", clock)
                    .resource("staff.change", id.toString())
                    .count(customers)
                    .concerns("employee:" + from)
                    .build());
          }
          return changed;
        });
  }
}
