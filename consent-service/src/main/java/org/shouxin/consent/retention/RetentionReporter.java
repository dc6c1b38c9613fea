package org.shouxin.consent.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/**
 * Tells audit-service of records that changed, at least once, for as long as it takes. A consent's
 * period starts when the processing that relies on it ends, a case's when it is closed (RT-06,
 * RT-09, RT-10).
 */
@ApplicationScoped
class RetentionReporter {
  private static final Logger LOG = Logger.getLogger(RetentionReporter.class);
  private static final int BATCH = 500;

  private static final String CHANGES =
      "select id, controller_id, record_id from retention_change order by id limit ?";

  private static final String KEPT =
      """
      select customer_id::text as subject_ref, id::text as record_ref, 'CONSENT' as kind,
             (case when state in ('GIVEN', 'RENEWED') then expires_at else decided_at end
               at time zone 'Asia/Shanghai')::date as starts_on
        from consent_record where id = any(:ids)
      union all
      select r.customer_id::text, r.id::text, 'RIGHTS_REQUEST',
             (select (max(s.at) at time zone 'Asia/Shanghai')::date from rights_request_step s
               where s.request_id = r.id and s.kind in ('ANSWERED', 'REFUSED'))
        from rights_request r where r.id = any(:ids)
      union all
      select c.customer_id::text, c.id::text, 'COMPLAINT',
             (select (max(s.at) at time zone 'Asia/Shanghai')::date from complaint_step s
               where s.complaint_id = c.id and s.kind = 'CLOSED')
        from complaint c where c.id = any(:ids)\
      """;

  private final Database database;
  private final RetentionApi retention;

  RetentionReporter(Database database, @RestClient RetentionApi retention) {
    this.database = database;
    this.retention = retention;
  }

  /** That a record changed. */
  public record Change(long id, ControllerId controllerId, UUID recordId) {}

  @Scheduled(
      every = "${shouxin.retention.report-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tellAll() {
    try {
      while (tell() == BATCH) {
        // The next ones wait already.
      }
    } catch (RuntimeException away) {
      LOG.warnf("reports of records wait: %s", away.getClass().getSimpleName());
    }
  }

  private int tell() {
    List<Change> changes =
        database.systemRead(
            handle -> handle.createQuery(CHANGES).bind(0, BATCH).mapTo(Change.class).list());
    changes.stream()
        .collect(
            Collectors.groupingBy(
                Change::controllerId,
                Collectors.mapping(Change::recordId, Collectors.toUnmodifiableSet())))
        .forEach((controller, ids) ->
            retention.report(
                new RetentionApi.Report(
                    controller.value(),
                    database.read(controller, handle -> kept(handle, List.copyOf(ids))))));
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

  private static List<RetentionApi.Kept> kept(Handle handle, List<UUID> ids) {
    return handle
        .createQuery(KEPT)
        .bindArray("ids", UUID.class, ids)
        .map((row, context) ->
            new RetentionApi.Kept(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class)))
        .list();
  }
}
