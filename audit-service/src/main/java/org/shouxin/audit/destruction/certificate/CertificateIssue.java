package org.shouxin.audit.destruction.certificate;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/**
 * Looks for plans whose certificate can be issued. Safe on every replica: the plan's lock decides.
 */
@Singleton
class CertificateIssue {
  private static final Logger LOG = Logger.getLogger(CertificateIssue.class);
  private static final String OPEN =
      "select controller_id, plan_id from destruction_clock where met_at is null order by due_at";

  /** A plan without certificate. */
  public record Open(ControllerId controllerId, UUID planId) {}

  private final Database database;
  private final Certificates certificates;

  @Inject
  CertificateIssue(Database database, Certificates certificates) {
    this.database = database;
    this.certificates = certificates;
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    List<Open> open =
        database.systemRead(handle -> handle.createQuery(OPEN).mapTo(Open.class).list());
    for (Open one : open) {
      try {
        database.write(
            one.controllerId(),
            handle -> certificates.issue(handle, one.controllerId(), one.planId()));
      } catch (RuntimeException failed) {
        LOG.errorf(failed, "no certificate for destruction %s, tried again", one.planId());
      }
    }
  }
}
