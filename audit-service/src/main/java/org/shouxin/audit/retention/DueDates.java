package org.shouxin.audit.retention;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/**
 * The arithmetic of DR-09, as one statement over the records of many people. Days are inclusive: a
 * record is kept until 24:00 of its due day in Shanghai; 29 February becomes 28 February in a year
 * without one.
 *
 * <p>Which version of a class applies: the newest in force whose predecessor had not run out yet
 * when it came into force. What was due under the old law stays due.
 */
@Singleton
class DueDates {
  private static final String RECOMPUTE =
      """
      with item as (
        select * from retention_item i
         where i.controller_id = :controller and i.subject_ref = any(:subjects)),
      relationship as (
        select subject_ref, max(start_on) as ended_on,
               bool_and(coalesce(start_on <= :today, false)) as ended
          from item where kind = 'POLICY' and subject_ref <> '' group by subject_ref),
      started as (
        select i.id, i.subject_ref, i.kind, i.class, i.rule_version, i.due_on, i.start_on, i.state,
               case when i.class = 'RT-03' then case when r.ended then r.ended_on end
                    else i.start_on end as starts_on
          from item i left join relationship r on r.subject_ref = i.subject_ref),
      lawful as (
        select s.*, v.version, v.follows_files,
               case when s.starts_on <= :today and v.amount > 0 then
                 (s.starts_on + make_interval(
                    years => case v.counted_in when 'YEARS' then v.amount else 0 end,
                    months => case v.counted_in when 'MONTHS' then v.amount else 0 end,
                    days => case v.counted_in when 'DAYS' then v.amount else 0 end))::date
               end as own_due_on
          from started s
          cross join lateral (
            select r.* from retention_rule r
             where r.class = s.class and (r.version = 1 or r.effective_from <= :today)
               and not exists (
                 select 1 from retention_rule n
                   join retention_rule p on p.class = n.class and p.version = n.version - 1
                  where n.class = s.class and n.version between 2 and r.version
                    and s.starts_on + make_interval(
                          years => case p.counted_in when 'YEARS' then p.amount else 0 end,
                          months => case p.counted_in when 'MONTHS' then p.amount else 0 end,
                          days => case p.counted_in when 'DAYS' then p.amount else 0 end)
                        < n.effective_from)
             order by r.version desc limit 1) v),
      files as (
        select subject_ref, max(own_due_on) as last_due_on, bool_and(own_due_on is not null) as ended
          from lawful where kind = 'POLICY' and subject_ref <> '' group by subject_ref),
      fresh as (
        select l.id, l.version, l.rule_version as old_version, l.due_on as old_due_on, l.state,
               case when l.class = 'RT-03' then l.starts_on else l.start_on end as start_on,
               case when l.own_due_on is null then null
                    when not l.follows_files or f.subject_ref is null then l.own_due_on
                    when f.ended then greatest(l.own_due_on, f.last_due_on)
               end as due_on
          from lawful l left join files f on f.subject_ref = l.subject_ref),
      moved as (
        update retention_item t
           set start_on = f.start_on, due_on = f.due_on, rule_version = f.version
          from fresh f
         where t.id = f.id and f.state <> 'DESTROYED'
           and (t.start_on, t.due_on, t.rule_version) is distinct from (f.start_on, f.due_on, f.version)
        returning t.id, f.old_version, f.version, f.old_due_on, f.due_on)
      insert into retention_due_change
        (controller_id, item_id, changed_at, from_version, to_version, from_due_on, to_due_on)
      select :controller, id, :now, old_version, version, old_due_on, due_on from moved
       where old_version > 0 and (old_version, old_due_on) is distinct from (version, due_on)\
      """;

  /**
   * The subquery stays one that is asked for each row in the order of ids, and the limit a number
   * that the planner sees: it may otherwise join the whole table with itself for each page.
   */
  private static final String NEXT_PEOPLE =
      """
      select i.id, i.subject_ref from retention_item i
       where i.controller_id = :controller and i.id > :after
         and i.id = (select first.id from retention_item first
                      where first.controller_id = i.controller_id and first.subject_ref = i.subject_ref
                      order by first.id limit 1)
       order by i.id limit %d\
      """;

  /**
   * One page of people of a walk over everybody, in the order in which they were first told of.
   *
   * @param last the item after which the next page begins
   * @param moved how many due dates moved
   */
  record Page(UUID last, int moved) {}

  /** A person, at the first of her items. */
  public record FirstItem(UUID id, String subjectRef) {}

  /**
   * Computes the due dates of the next people after an item; nothing when there is nobody left.
   *
   * @param after the last item of the page before; before the first page, a UUID of zeros
   * @param most people of a page
   */
  Optional<Page> page(
      Handle handle, ControllerId controller, UUID after, int most, LocalDate today, Instant now) {
    List<FirstItem> people =
        handle
            .createQuery(NEXT_PEOPLE.formatted(most))
            .bind("controller", controller)
            .bind("after", after)
            .mapTo(FirstItem.class)
            .list();
    if (people.isEmpty()) {
      return Optional.empty();
    }
    List<String> subjects = people.stream().map(FirstItem::subjectRef).toList();
    int moved = recompute(handle, controller, subjects, today, now);
    return Optional.of(new Page(people.getLast().id(), moved));
  }

  /**
   * Computes due dates as of a day, and leaves the old and the new one of each that moved.
   *
   * @param subjects whose
   * @return how many moved
   */
  int recompute(
      Handle handle,
      ControllerId controller,
      Collection<String> subjects,
      LocalDate today,
      Instant now) {
    return handle
        .createUpdate(RECOMPUTE)
        .bind("controller", controller)
        .bindArray("subjects", String.class, List.copyOf(subjects))
        .bind("today", today)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }
}
