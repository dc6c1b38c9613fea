package org.shouxin.records.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * The limits of different people that an employee may open on a day and in an hour (R-RC-15,
 * DR-13). Counted before the answer in a commit that does not wait for the disk: the answer's own
 * event is flushed after it, and PostgreSQL writes its log in order, so what left is counted,
 * whatever crashes.
 */
@ApplicationScoped
public class DailyLimits {
  private static final int KEPT_DAYS = 7;
  private static final String LIMIT =
      """
      select people_a_day, people_an_hour from access_limit l
       where role = any(:roles) and effective_from =
         (select max(effective_from) from access_limit n where n.role = l.role and effective_from <= :today)
       order by people_a_day desc limit 1\
      """;
  private static final String OPEN =
      """
      insert into opened_customer (controller_id, day, employee_no, customer_id)
      select :controller, :today, :employee, id from unnest(:people) as id order by id
      on conflict on constraint opened_customer_pk do nothing\
      """;
  private static final String COUNT =
      """
      insert into opened_count as c (controller_id, day, employee_no, people)
      values (:controller, :today, :employee, :fresh)
      on conflict on constraint opened_count_pk do update set people = c.people + excluded.people
      returning people\
      """;
  private static final String COUNT_HOUR =
      """
      insert into opened_hour as h (controller_id, hour, employee_no, people)
      values (:controller, date_trunc('hour', cast(:now as timestamptz)), :employee, :fresh)
      on conflict on constraint opened_hour_pk do update set people = h.people + excluded.people
      returning people\
      """;
  private static final String FORGET_HOURS =
      "delete from opened_hour where controller_id = ? and employee_no = ? and hour < ?";
  private static final String FORGET =
      "delete from opened_customer where controller_id = ? and employee_no = ? and day < ?";

  /** What a role may open. */
  public record Limit(int peopleADay, int peopleAnHour) {}

  private final Database database;
  private final AuditOutbox outbox;
  private final Clock clock;

  DailyLimits(Database database, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Counts these people as opened today by the actor; asking for somebody again is free.
   *
   * @throws ProblemException {@code DAILY_LIMIT} or {@code HOURLY_LIMIT} when they would be more
   *     than the role may open; none of them is counted then, and the refusal is an event
   */
  public void open(Actor actor, Collection<CustomerId> people) {
    if (actor.kind() != ActorKind.EMPLOYEE || people.isEmpty()) {
      return;
    }
    try {
      database.write(
          actor.controller(),
          handle -> {
            count(handle, actor, people);
            return null;
          });
    } catch (Reached reached) {
      outbox.recordDurably(
          List.of(
              AuditEvents.of(actor, "access.limited", clock)
                  .reason(reached.code.name())
                  .count(reached.limit)
                  .build()));
      throw new ProblemException(reached.code, null, reached);
    }
  }

  private void count(Handle handle, Actor actor, Collection<CustomerId> people) {
    LocalDate today = BusinessTime.today(clock);
    Optional<Limit> limit = limit(handle, actor, today);
    if (limit.isEmpty()) {
      return;
    }
    handle.execute("set local synchronous_commit = off");
    int fresh =
        handle
            .createUpdate(OPEN)
            .bind("controller", actor.controller())
            .bind("today", today)
            .bind("employee", actor.id())
            .bindArray("people", CustomerId.class, List.copyOf(people))
            .execute();
    if (fresh == 0) {
      return;
    }
    int opened =
        handle
            .createQuery(COUNT)
            .bind("controller", actor.controller())
            .bind("today", today)
            .bind("employee", actor.id())
            .bind("fresh", fresh)
            .mapTo(Integer.class)
            .one();
    if (opened > limit.get().peopleADay()) {
      throw new Reached(limit.get().peopleADay(), ProblemCode.DAILY_LIMIT);
    }
    int inTheHour =
        handle
            .createQuery(COUNT_HOUR)
            .bind("controller", actor.controller())
            .bind("now", clock.instant())
            .bind("employee", actor.id())
            .bind("fresh", fresh)
            .mapTo(Integer.class)
            .one();
    if (inTheHour > limit.get().peopleAnHour()) {
      throw new Reached(limit.get().peopleAnHour(), ProblemCode.HOURLY_LIMIT);
    }
    if (opened == fresh) {
      // The first of the day tidies up what is over.
      handle.execute(FORGET, actor.controller(), actor.id(), today.minusDays(KEPT_DAYS));
      handle.execute(
          FORGET_HOURS,
          actor.controller(),
          actor.id(),
          clock.instant().minus(Duration.ofDays(KEPT_DAYS)));
    }
  }

  private static Optional<Limit> limit(Handle handle, Actor actor, LocalDate today) {
    return handle
        .createQuery(LIMIT)
        .bindArray("roles", String.class, actor.roles().stream().map(Role::label).toList())
        .bind("today", today)
        .mapTo(Limit.class)
        .findOne();
  }

  /** Rolls the count back. */
  private static final class Reached extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int limit;
    private final ProblemCode code;

    Reached(int limit, ProblemCode code) {
      super(null, null, false, false);
      this.limit = limit;
      this.code = code;
    }
  }
}
