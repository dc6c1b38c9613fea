package org.shouxin.records.reassigning;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.records.access.Assignments;

/**
 * Asks consent-service whose customers go to whom, and moves them. What is moved twice is moved
 * once: the second time nothing is left. One that fails keeps no other one back.
 */
@ApplicationScoped
class Reassigner {
  private static final Logger LOG = Logger.getLogger(Reassigner.class);

  private final ReassignmentApi consent;
  private final Assignments assignments;
  private final Database database;
  private final AuditOutbox outbox;
  private final Clock clock;

  Reassigner(
      @RestClient ReassignmentApi consent,
      Assignments assignments,
      Database database,
      AuditOutbox outbox,
      Clock clock) {
    this.consent = consent;
    this.assignments = assignments;
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(
      every = "${shouxin.reassignment.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void moveAll() {
    List<ReassignmentApi.Reassignment> open;
    try {
      open = consent.listOpen();
    } catch (RuntimeException away) {
      LOG.warnf("reassignments wait: %s", away.getClass().getSimpleName());
      return;
    }
    for (ReassignmentApi.Reassignment one : open) {
      try {
        move(one);
      } catch (RuntimeException failed) {
        LOG.errorf("reassignment %s waits: %s", one.id(), failed.getClass().getSimpleName());
      }
    }
  }

  private void move(ReassignmentApi.Reassignment one) {
    ControllerId controller = new ControllerId(one.controllerId());
    int moved =
        database.write(
            controller,
            handle -> {
              List<CustomerId> customers =
                  assignments.moveAll(handle, controller, one.fromEmployee(), one.toEmployee());
              outbox.record(
                  handle,
                  customers.stream()
                      .map(customer ->
                          AuditEvents.ofSystem(
                                  controller, "records-service", "assignment.moved", clock)
                              .subject(customer)
                              .resource("staff.change", one.id())
                              .concerns("employee:" + one.toEmployee())
                              .build())
                      .toList());
              return customers.size();
            });
    consent.done(new ReassignmentApi.Done(one.controllerId(), one.id(), one.fromEmployee(), moved));
  }
}
