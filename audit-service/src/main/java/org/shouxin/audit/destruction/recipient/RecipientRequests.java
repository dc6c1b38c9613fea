package org.shouxin.audit.destruction.recipient;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;

/**
 * Requests to recipients to delete. Whom to ask, the log says: every recipient of a {@code
 * data.provided} event about the person.
 */
@Singleton
public class RecipientRequests {
  private static final String PROVIDED =
      "select distinct i.subject_ref, coalesce(l.entry::json ->> 'recipientId', e.actor_id) as recipient_id"
          + " from (select distinct subject_ref from destruction_item"
          + " where plan_id = ? and store = 'records' and state <> 'WITHDRAWN') i"
          + " join audit_event e on e.controller_id = ? and e.subject_ref = i.subject_ref"
          + " and e.subject_ref is not null and e.type = 'data.provided'"
          + " join log_entry l on l.log_index = e.log_index";
  private static final String INSERT =
      "insert into destruction_recipient (controller_id, id, plan_id, subject_ref, recipient_id,"
          + " state, asked_at, due_at) values (?, ?, ?, ?, ?, 'ASKED', ?, ?)"
          + " on conflict on constraint destruction_recipient_once do nothing";

  /** Somebody who was given somebody's data. */
  public record Provided(UUID subjectRef, String recipientId) {}

  private final Clock clock;

  @Inject
  RecipientRequests(Clock clock) {
    this.clock = clock;
  }

  /** Asks every recipient that the log names and that was not asked yet. */
  public void ask(Handle handle, ControllerId controller, UUID plan, int days) {
    List<Provided> provided =
        handle.createQuery(PROVIDED).bind(0, plan).bind(1, controller).mapTo(Provided.class).list();
    provided.forEach(one -> ask(handle, controller, plan, one, days));
  }

  /** Asks one recipient about one person, once a plan. */
  public void ask(Handle handle, ControllerId controller, UUID plan, Provided one, int days) {
    Instant now = clock.instant();
    UUID id = Ids.next();
    int asked =
        handle.execute(
            INSERT,
            controller,
            id,
            plan,
            one.subjectRef(),
            one.recipientId(),
            now,
            now.plus(Duration.ofDays(days)));
    if (asked == 1) {
      handle.execute(
          "insert into destruction_recipient_open (controller_id, request_id, look_again_at)"
              + " values (?, ?, ?)",
          controller,
          id,
          now);
    }
  }

  /** How far the requests of a plan are, by recipient. */
  public List<RecipientCount> counts(Handle handle, UUID plan) {
    return handle
        .createQuery(
            "select recipient_id, state, count(*)::int as number from destruction_recipient"
                + " where plan_id = ? group by recipient_id, state order by recipient_id, state")
        .bind(0, plan)
        .mapTo(RecipientCount.class)
        .list();
  }

  /** The same for one person of the plan. */
  public List<RecipientCount> countsOf(Handle handle, UUID plan, UUID subject) {
    return handle
        .createQuery(
            "select recipient_id, state, 1 as number from destruction_recipient"
                + " where plan_id = ? and subject_ref = ? order by recipient_id")
        .bind(0, plan)
        .bind(1, subject)
        .mapTo(RecipientCount.class)
        .list();
  }

  /** True when every request is confirmed or its time ran out. */
  public boolean areSettled(Handle handle, UUID plan) {
    return handle
        .createQuery(
            "select not exists (select 1 from destruction_recipient"
                + " where plan_id = ? and state in ('ASKED', 'TOLD'))")
        .bind(0, plan)
        .mapTo(Boolean.class)
        .one();
  }
}
