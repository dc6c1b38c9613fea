package org.shouxin.audit.retention;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/**
 * Restrictions and holds by person, as those who answer reads need them. They are computed from
 * items and holds in the transaction that changes these, and fetched in order of their change.
 */
@Singleton
public class Standings {
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('standing', 0))::text";

  private static final String RENEW =
      """
      with person as (
        select subject_ref, bool_or(kind = 'IDENTITY' and state in ('RESTRICTED', 'PLANNED')) as restricted,
               coalesce(array_agg(distinct record_ref order by record_ref)
                 filter (where state in ('RESTRICTED', 'PLANNED') and record_ref <> '' and store = 'records'), '{}') as records
          from retention_item
         where controller_id = :controller and subject_ref <> '' and (:whole or subject_ref = any(:subjects))
           and state <> 'DESTROYED'
         group by subject_ref),
      held as (
        select subject_ref from legal_hold_in_force where controller_id = :controller and scope = 'PERSON'
        union select subject_ref from held_item where controller_id = :controller),
      fresh as (
        select subject_ref, coalesce(p.restricted, false) as restricted, coalesce(p.records, '{}') as records,
               h.subject_ref is not null as held
          from person p full join held h using (subject_ref)
         where subject_ref <> '' and (:whole or subject_ref = any(:subjects)))
      insert into person_standing as s
        (controller_id, subject_ref, restricted, restricted_records, held, sequence)
      select :controller, f.subject_ref, f.restricted, f.records, f.held, nextval('person_standing_sequence')
        from fresh f left join person_standing o on o.controller_id = :controller and o.subject_ref = f.subject_ref
       where (f.restricted, f.records, f.held)
               is distinct from (coalesce(o.restricted, false), coalesce(o.restricted_records, '{}'), coalesce(o.held, false))
      on conflict on constraint person_standing_pk do update
         set restricted = excluded.restricted, restricted_records = excluded.restricted_records,
             held = excluded.held, sequence = excluded.sequence\
      """;

  private static final String CHANGES =
      "select sequence, controller_id, subject_ref, restricted, restricted_records, held"
          + " from person_standing where sequence > ? order by sequence limit ?";

  /**
   * Where a person stands.
   *
   * @param restricted everything of hers is only stored
   * @param restrictedRecords single records that are only stored
   * @param held something of hers is held
   */
  public record Standing(
      long sequence,
      String controllerId,
      String subjectRef,
      boolean restricted,
      List<String> restrictedRecords,
      boolean held) {}

  /**
   * Computes where people stand and numbers what changed.
   *
   * @param subjects who; null for everybody, as when a hold over a query begins or ends
   */
  public void renew(Handle handle, ControllerId controller, @Nullable Collection<String> subjects) {
    handle.createQuery(LOCK).mapTo(String.class).one();
    handle
        .createUpdate(RENEW)
        .bind("controller", controller)
        .bind("whole", subjects == null)
        .bindArray("subjects", String.class, subjects == null ? List.of() : List.copyOf(subjects))
        .execute();
  }

  List<Standing> changes(Handle handle, long after, int most) {
    return handle.createQuery(CHANGES).bind(0, after).bind(1, most).mapTo(Standing.class).list();
  }
}
