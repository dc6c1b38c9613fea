package org.shouxin.consent.rightsrequest;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.shouxin.platform.database.Database;

/**
 * Asks audit-service about verified erasure requests until each has its prepared answer; asking
 * twice prepares it anew.
 */
@ApplicationScoped
class ErasureAsker {
  private static final Logger LOG = Logger.getLogger(ErasureAsker.class);
  private static final int BATCH = 50;

  private final Database database;
  private final ErasureRows rows;
  private final ErasureApi audit;

  ErasureAsker(Database database, ErasureRows rows, @RestClient ErasureApi audit) {
    this.database = database;
    this.rows = rows;
    this.audit = audit;
  }

  @Scheduled(
      every = "${shouxin.erasure.ask-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void askAll() {
    List<ErasureRows.Waiting> waiting = database.systemRead(handle -> rows.waiting(handle, BATCH));
    for (ErasureRows.Waiting one : waiting) {
      try {
        ask(one);
      } catch (RuntimeException away) {
        LOG.warnf("erasure request %s waits: %s", one.requestId(), away.getClass().getSimpleName());
      }
    }
  }

  private void ask(ErasureRows.Waiting one) {
    ErasureApi.Erasure erasure =
        audit.assess(
            new ErasureApi.Asked(
                one.controllerId().value(),
                one.requestId().toString(),
                one.customerId().toString()));
    database.write(
        one.controllerId(),
        handle -> {
          if (!erasure.confirmed()) {
            rows.keep(handle, one.controllerId(), one.requestId(), erasure.records(), null);
          }
          rows.asked(handle, one);
          return erasure.records().size();
        });
  }
}
