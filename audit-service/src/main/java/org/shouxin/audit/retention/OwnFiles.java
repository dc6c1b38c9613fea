package org.shouxin.audit.retention;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/**
 * The records that audit-service itself keeps: files of incidents and reports of employees, from
 * their closing (RT-11).
 */
@Singleton
class OwnFiles {
  private static final String UNTOLD =
      """
      select i.id, 'INCIDENT' as kind, (max(s.at) filter (where s.kind = 'CLOSED') at time zone 'Asia/Shanghai')::date as closed_on
        from incident i left join incident_step s on s.controller_id = i.controller_id and s.incident_id = i.id
       group by i.controller_id, i.id
      having not exists (select 1 from retention_item r
                          where r.controller_id = i.controller_id and r.subject_ref = '' and r.store = 'audit'
                            and r.record_ref = i.id::text
                            and r.start_on is not distinct from
                                (max(s.at) filter (where s.kind = 'CLOSED') at time zone 'Asia/Shanghai')::date)
      union all
      select w.id, 'WHISTLE_REPORT', w.closed_on from whistle_report w
       where not exists (select 1 from retention_item r
                          where r.controller_id = w.controller_id and r.subject_ref = '' and r.store = 'audit'
                            and r.record_ref = w.id::text
                            and r.start_on is not distinct from w.closed_on)
       order by id limit 500\
      """;

  private final RetentionReports reports;

  @Inject
  OwnFiles(RetentionReports reports) {
    this.reports = reports;
  }

  /** A file whose state retention does not know yet. */
  public record Untold(UUID id, RecordKind kind, @Nullable LocalDate closedOn) {}

  /** Reports what changed since the last run; the rest waits for the next. */
  void report(Handle handle, ControllerId controller) {
    List<ReportedRecord> changed =
        handle.createQuery(UNTOLD).mapTo(Untold.class).stream()
            .map(file ->
                new ReportedRecord(
                    "", file.id().toString(), file.kind(), null, file.closedOn(), null, null))
            .toList();
    reports.take(handle, controller, Store.AUDIT, changed);
  }
}
