package org.shouxin.audit.retention;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/** Reads records with everything that decides about their end. */
@Singleton
class KeptRecords {
  /** One row a record, its longest period's; {@code %s} narrows it to those of interest. */
  private static final String RECORDS =
      """
      with line as (
        select i.*, r.on_erasure, r.amount, r.counted_in, r.article_zh, r.article_en,
               coalesce(i.due_on >= :today, true) as runs,
               coalesce(i.start_on + make_interval(years => r.use_years) < :today, false) as use_over,
               case when i.start_on is not null and r.amount > 0 then
                 (i.start_on + make_interval(
                    years => case r.counted_in when 'YEARS' then r.amount else 0 end,
                    months => case r.counted_in when 'MONTHS' then r.amount else 0 end,
                    days => case r.counted_in when 'DAYS' then r.amount else 0 end))::date
               end as foreseeable_on
          from retention_item i
          join retention_rule r on r.class = i.class and r.version = greatest(i.rule_version, 1)
         where i.controller_id = :controller and i.state in ('KEPT', 'RESTRICTED') and %s),
      record as (
        select distinct on (subject_ref, store, record_ref) l.*,
               bool_or(runs) over w as any_runs,
               bool_or(runs and on_erasure = 'RESTRICT') over w as any_statutory,
               bool_and(use_over) over w as all_use_over
          from line l window w as (partition by subject_ref, store, record_ref)
         order by subject_ref, store, record_ref, coalesce(due_on, 'infinity') desc, class)
      select k.controller_id, k.subject_ref, k.store, k.record_ref, k.kind, k.class as retention_class,
             k.rule_version, k.start_on as starts_on, k.due_on,
             coalesce(k.due_on, k.foreseeable_on) as foreseeable_on, k.state, k.restriction_basis,
             k.on_erasure, k.amount, k.counted_in, k.article_zh, k.article_en,
             k.any_runs or o.kept as kept, k.any_statutory or o.statutory as statutory,
             k.start_on is null as open, k.all_use_over as purpose_over,
             exists (select 1 from legal_hold_in_force h
                      where h.controller_id = k.controller_id and h.scope = 'PERSON'
                        and h.subject_ref = k.subject_ref)
               or exists (select 1 from held_item h
                           where h.controller_id = k.controller_id and h.subject_ref = k.subject_ref
                             and (k.kind = 'IDENTITY'
                                  or (h.store = k.store and h.record_ref = k.record_ref))) as held
        from record k
        cross join lateral (
          select coalesce(bool_or(true), false) as kept,
                 coalesce(bool_or(r.on_erasure = 'RESTRICT'), false) as statutory
            from retention_item other
            join retention_rule r on r.class = other.class and r.version = greatest(other.rule_version, 1)
           where k.kind = 'IDENTITY' and other.controller_id = k.controller_id
             and other.subject_ref = k.subject_ref and other.store = k.store
             and other.state <> 'DESTROYED' and coalesce(other.due_on >= :today, true)) o
       order by k.subject_ref, k.store, k.record_ref
       limit :most\
      """;

  private static final String OF_SUBJECT = RECORDS.formatted("i.subject_ref = :subject");

  /** Prefilters only: the table of precedence decides, from the same facts. */
  private static final String OVERDUE =
      RECORDS.formatted(
          """
          (i.subject_ref, i.store, i.record_ref) in (
             select d.subject_ref, d.store, d.record_ref from retention_item d
              where d.controller_id = :controller and d.state in ('KEPT', 'RESTRICTED') and d.due_on < :today
                and (d.subject_ref, d.store, d.record_ref) > (:subject, :store, :record)
                and not exists (select 1 from retention_item l
                                 where l.controller_id = d.controller_id and l.subject_ref = d.subject_ref
                                   and l.store = d.store and l.record_ref = d.record_ref
                                   and coalesce(l.due_on >= :today, true))
              order by d.subject_ref, d.store, d.record_ref limit :most)\
          """);

  private static final String UNUSED =
      RECORDS.formatted(
          """
          i.store = 'records' and (i.subject_ref, i.store, i.record_ref) in (
             select d.subject_ref, d.store, d.record_ref from retention_item d
               join retention_rule r on r.class = d.class and r.version = greatest(d.rule_version, 1)
              where d.controller_id = :controller and d.state = 'KEPT' and d.store = 'records'
                and d.start_on + make_interval(years => r.use_years) < :today
                and (d.subject_ref, d.store, d.record_ref) > (:subject, :store, :record)
              order by d.subject_ref, d.store, d.record_ref limit :most)\
          """);

  private static final String ERASED =
      RECORDS.formatted(
          """
          (i.subject_ref, i.store, i.record_ref) in (
             select d.subject_ref, d.store, d.record_ref from retention_item d
              where d.controller_id = :controller and d.state = 'RESTRICTED'
                and d.restriction_basis like 'ERASURE_REQUEST:%'
                and (d.subject_ref, d.store, d.record_ref) > (:subject, :store, :record)
              order by d.subject_ref, d.store, d.record_ref limit :most)\
          """);

  /** Where a walk over records goes on. */
  record Position(String subject, String store, String record) {
    static final Position START = new Position("", "", "");

    static Position after(KeptRecord last) {
      return new Position(last.subjectRef(), last.store(), last.recordRef());
    }
  }

  /** Everything of one person, at most 1,000 records. */
  List<KeptRecord> ofSubject(
      Handle handle, ControllerId controller, String subjectRef, LocalDate today) {
    return handle
        .createQuery(OF_SUBJECT)
        .bind("controller", controller)
        .bind("subject", subjectRef)
        .bind("today", today)
        .bind("most", 1000)
        .mapTo(KeptRecord.class)
        .list();
  }

  /** Records whose every own period has run out, after a position. */
  List<KeptRecord> overdue(
      Handle handle, ControllerId controller, LocalDate today, Position after, int most) {
    return walk(handle, OVERDUE, controller, today, after, most);
  }

  /** Records kept in use, of which one period's use is over, after a position. */
  List<KeptRecord> unused(
      Handle handle, ControllerId controller, LocalDate today, Position after, int most) {
    return walk(handle, UNUSED, controller, today, after, most);
  }

  /** Records that a confirmed erasure request left in storage, after a position. */
  List<KeptRecord> erased(
      Handle handle, ControllerId controller, LocalDate today, Position after, int most) {
    return walk(handle, ERASED, controller, today, after, most);
  }

  private static List<KeptRecord> walk(
      Handle handle,
      String query,
      ControllerId controller,
      LocalDate today,
      Position after,
      int most) {
    return handle
        .createQuery(query)
        .bind("controller", controller)
        .bind("today", today)
        .bind("subject", after.subject())
        .bind("store", after.store())
        .bind("record", after.record())
        .bind("most", most)
        .mapTo(KeptRecord.class)
        .list();
  }
}
