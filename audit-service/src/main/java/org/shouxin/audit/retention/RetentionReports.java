package org.shouxin.audit.retention;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.time.BusinessTime;

/**
 * Takes what owners tell of their records. The same report twice changes nothing; what was
 * destroyed stays destroyed. A person who is in business again is used again.
 */
@Singleton
class RetentionReports {
  private static final String CONTROLLER =
      "insert into retention_controller (controller_id) values (?) on conflict do nothing";

  private static final String TAKE =
      """
      insert into retention_item (id, controller_id, subject_ref, store, record_ref, class, kind, start_event,
                                  start_on, insurer, branch, of_record, reported_at)
      values (:id, :controller, :subject, :store, :record, :class, :kind, :event, :start, :insurer, :branch,
              :ofRecord, :at)
      on conflict on constraint retention_item_once do update
         set start_on = excluded.start_on, insurer = excluded.insurer, branch = excluded.branch,
             of_record = excluded.of_record, reported_at = excluded.reported_at
       where retention_item.state <> 'DESTROYED'\
      """;

  /** A term that became another class leaves the older class's row: both follow the new dates. */
  private static final String SAME_DATES =
      """
      update retention_item set start_on = :start
       where controller_id = :controller and store = :store and record_ref = :record
         and subject_ref = :subject and class <> :class and state <> 'DESTROYED'
         and kind in ('POLICY', 'HEALTH_NOTE')\
      """;

  private static final String RELATIONSHIPS =
      """
      insert into retention_item (id, controller_id, subject_ref, store, record_ref, class, kind, start_event,
                                  branch, reported_at)
      select uuidv7(), i.controller_id, i.subject_ref, i.store, '', 'RT-03', 'IDENTITY',
             'RELATIONSHIP_ENDED', i.branch, :at
        from retention_item i
       where i.controller_id = :controller and i.subject_ref = any(:subjects) and i.class = 'RT-15'
         and exists (select 1 from retention_item p
                      where p.controller_id = i.controller_id and p.subject_ref = i.subject_ref
                        and p.kind = 'POLICY')
      on conflict on constraint retention_item_once do nothing\
      """;

  private static final String IN_USE_AGAIN =
      """
      update retention_item i set state = 'KEPT', restriction_basis = null, restricted_until = null
       where controller_id = :controller and subject_ref = any(:subjects) and state = 'RESTRICTED'
         and restriction_basis = 'PAST_PURPOSE'
         and exists (select 1 from retention_item l
                      where l.controller_id = i.controller_id and l.subject_ref = i.subject_ref
                        and l.store = i.store and l.record_ref = i.record_ref and l.due_on is null)\
      """;

  private final Database database;
  private final DueDates dueDates;
  private final Standings standings;
  private final Clock clock;

  @Inject
  RetentionReports(Database database, DueDates dueDates, Standings standings, Clock clock) {
    this.database = database;
    this.dueDates = dueDates;
    this.standings = standings;
    this.clock = clock;
  }

  /** Takes a batch in a transaction of its own. */
  void take(ControllerId controller, Store store, List<ReportedRecord> records) {
    database.write(
        controller,
        handle -> {
          take(handle, controller, store, records);
          return records.size();
        });
  }

  /** Takes a batch within the caller's transaction; its due dates and standings are computed. */
  void take(Handle handle, ControllerId controller, Store store, List<ReportedRecord> records) {
    if (records.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    LocalDate today = BusinessTime.today(clock);
    handle.execute(CONTROLLER, controller);
    PreparedBatch taken = handle.prepareBatch(TAKE);
    PreparedBatch dates = handle.prepareBatch(SAME_DATES);
    for (ReportedRecord record : records) {
      bind(taken, controller, store, record)
          .bind("id", Ids.next())
          .bind("kind", record.kind().name())
          .bind("event", record.kind().startEvent())
          .bind("insurer", record.insurer())
          .bind("ofRecord", record.ofRecord())
          .bind("branch", record.branch())
          .bind("at", now.atOffset(ZoneOffset.UTC))
          .add();
      bind(dates, controller, store, record).add();
    }
    taken.execute();
    dates.execute();
    Set<String> subjects =
        records.stream().map(ReportedRecord::subjectRef).collect(Collectors.toUnmodifiableSet());
    handle
        .createUpdate(RELATIONSHIPS)
        .bind("controller", controller)
        .bindArray("subjects", String.class, List.copyOf(subjects))
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
    dueDates.recompute(handle, controller, subjects, today, now);
    handle
        .createUpdate(IN_USE_AGAIN)
        .bind("controller", controller)
        .bindArray("subjects", String.class, List.copyOf(subjects))
        .execute();
    standings.renew(handle, controller, subjects);
  }

  private static PreparedBatch bind(
      PreparedBatch batch, ControllerId controller, Store store, ReportedRecord record) {
    return batch
        .bind("controller", controller)
        .bind("subject", record.subjectRef())
        .bind("store", store.label())
        .bind("record", record.recordRef())
        .bind("class", record.retentionClass())
        .bind("start", record.startsOn());
  }
}
