package org.shouxin.audit.destruction;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What the log tells of a destruction: evidence that needs nobody's eyes. */
@Singleton
class LogEvidence {
  /** Owners tell the time by their own clocks. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private static final String UNPROVEN =
      """
      select count(*)::int from destruction_item i
       where i.plan_id = :plan and i.state = 'DONE' and i.store <> 'media'
         and not exists (
           select 1 from audit_event e join log_entry l on l.log_index = e.log_index
            where e.controller_id = :controller and e.subject_ref = i.subject_ref
              and e.occurred_at >= :since
              and e.type = case i.method when 'SHRED_KEY' then 'key.destroyed' else 'record.destroyed' end
              and (i.method = 'SHRED_KEY'
                   or l.entry::json -> 'resource' ->> 'id' = nullif(i.record_ref, '')
                   or i.record_ref = '' and l.entry::json -> 'resource' ->> 'type' = i.store || '.' || i.class))
         and not (i.subject_ref is null and i.record_ref in (
           select l.entry::json -> 'resource' ->> 'id'
             from audit_event e join log_entry l on l.log_index = e.log_index
            where e.controller_id = :controller and e.subject_ref is null
              and e.occurred_at >= :since and e.type = 'record.destroyed'))\
      """;
  private static final String ACT =
      "select exists (select 1 from audit_event where controller_id = :controller"
          + " and actor_kind = 'employee' and actor_id = :person and occurred_at > :since)";

  /** How many destroyed items no entry tells of since the plan was started; media never are. */
  int unproven(Handle handle, Course course) {
    Instant started = course.first(StepKind.STARTED).orElseThrow().at();
    return handle
        .createQuery(UNPROVEN)
        .bind("plan", course.plan().id())
        .bind("controller", course.plan().controllerId())
        .bind("since", started.minus(CLOCKS_DIFFER))
        .mapTo(Integer.class)
        .one();
  }

  /** Whether an employee did anything that is in the log after a moment. */
  boolean showsAct(Handle handle, Course course, String person, Instant after) {
    return handle
        .createQuery(ACT)
        .bind("controller", course.plan().controllerId())
        .bind("person", person)
        .bind("since", after)
        .mapTo(Boolean.class)
        .one();
  }
}
