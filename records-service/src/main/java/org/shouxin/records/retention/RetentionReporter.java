package org.shouxin.records.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * Tells audit-service of the records of everybody whose records changed, at least once, for as long
 * as it takes. Telling twice changes nothing there.
 */
@ApplicationScoped
class RetentionReporter {
  private static final Logger LOG = Logger.getLogger(RetentionReporter.class);
  private static final int MOST_CHANGES = 2000;
  private static final int MOST_PEOPLE = 100;
  private static final int MOST_RECORDS = 1000;

  private final Database database;
  private final KeptFiles files;
  private final RetentionApi retention;

  RetentionReporter(Database database, KeptFiles files, @RestClient RetentionApi retention) {
    this.database = database;
    this.files = files;
    this.retention = retention;
  }

  /** That a customer's records changed. */
  public record Change(long id, ControllerId controllerId, CustomerId customerId) {}

  @Scheduled(
      every = "${shouxin.retention.report-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tellAll() {
    try {
      while (tell() == MOST_CHANGES) {
        // The next ones wait already.
      }
    } catch (RuntimeException away) {
      LOG.warnf("reports of records wait: %s", away.getClass().getSimpleName());
    }
  }

  private int tell() {
    List<Change> changes =
        database.systemRead(handle ->
            handle
                .createQuery(
                    "select id, controller_id, customer_id from retention_change order by id limit ?")
                .bind(0, MOST_CHANGES)
                .mapTo(Change.class)
                .list());
    changes.stream()
        .collect(Collectors.groupingBy(Change::controllerId))
        .forEach((controller, ofController) ->
            tell(controller, ofController.stream().map(Change::customerId).distinct().toList()));
    List<Long> told = changes.stream().map(Change::id).toList();
    if (!told.isEmpty()) {
      database.systemWrite(handle ->
          handle
              .createUpdate("delete from retention_change where id = any(:ids)")
              .bindArray("ids", Long.class, told)
              .execute());
    }
    return changes.size();
  }

  private void tell(ControllerId controller, List<CustomerId> people) {
    for (int from = 0; from < people.size(); from += MOST_PEOPLE) {
      List<CustomerId> some = people.subList(from, Math.min(people.size(), from + MOST_PEOPLE));
      Map<CustomerId, List<RetentionApi.Kept>> kept = files.of(controller, some);
      List<RetentionApi.Kept> records = new ArrayList<>();
      kept.values().forEach(records::addAll);
      for (int at = 0; at < records.size(); at += MOST_RECORDS) {
        List<RetentionApi.Kept> part =
            records.subList(at, Math.min(records.size(), at + MOST_RECORDS));
        retention.report(new RetentionApi.Report(controller.value(), part));
      }
    }
  }
}
