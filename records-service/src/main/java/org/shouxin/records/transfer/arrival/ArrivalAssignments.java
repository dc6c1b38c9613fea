package org.shouxin.records.transfer.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.Assignments;
import org.shouxin.records.access.StaffRoster;

/**
 * Who looks after whom arrived (R-BT-05, DR-13). The seller's client managers do not come along:
 * until a supervisor names one, nobody does, and no client manager reads her.
 */
@ApplicationScoped
class ArrivalAssignments {
  private static final int PEOPLE_AT_ONCE = 500;

  private final Database database;
  private final Arrivals arrivals;
  private final Assignments assignments;
  private final StaffRoster staff;
  private final AuditOutbox audit;
  private final Clock clock;

  ArrivalAssignments(
      Database database,
      Arrivals arrivals,
      Assignments assignments,
      StaffRoster staff,
      AuditOutbox audit,
      Clock clock) {
    this.database = database;
    this.arrivals = arrivals;
    this.assignments = assignments;
    this.staff = staff;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Gives everybody of an arrival whom nobody looks after to one employee, each with her event;
   * again, only who is left. Nobody gives them to herself.
   *
   * @throws ProblemException {@code SELF_APPROVAL} for one's own number; {@code
   *     TRANSFER_STAGE_CONFLICT} before the admission; {@code REQUEST_INVALID} for an employee of
   *     whom the controller has not told
   */
  Arrival assign(Actor supervisor, UUID id, String employeeNo) {
    if (employeeNo.equals(supervisor.id())) {
      throw new ProblemException(ProblemCode.SELF_APPROVAL);
    }
    if (!arrivals.get(supervisor, id).admitted()) {
      throw new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT);
    }
    boolean known =
        database.read(
            supervisor.controller(),
            handle -> staff.knows(handle, supervisor.controller(), employeeNo));
    if (!known) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "employeeNo");
    }
    while (assignSome(supervisor, id, employeeNo) == PEOPLE_AT_ONCE) {
      // The next ones wait already.
    }
    return arrivals.get(supervisor, id);
  }

  private int assignSome(Actor supervisor, UUID id, String employeeNo) {
    return database.write(
        supervisor.controller(),
        handle -> {
          List<CustomerId> given =
              assignments.giveArrived(
                  handle, supervisor.controller(), id, employeeNo, PEOPLE_AT_ONCE);
          audit.record(
              handle,
              given.stream()
                  .map(customer ->
                      AuditEvents.of(supervisor, "assignment.moved", clock)
                          .subject(customer)
                          .resource("arrival", id.toString())
                          .concerns("employee:" + employeeNo)
                          .build())
                  .toList());
          return given.size();
        });
  }
}
