package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.customer.Announcements;

/**
 * Who moves and who stays, by the rows of {@code moving_rule} that were in force when the transfer
 * was opened (DR-12): asked at any time, and frozen once, when the cut-over begins.
 */
@ApplicationScoped
class Settlement {
  /** The first situation that holds decides, in this order. */
  private static final String RULED =
      """
      situated as (
        select p.customer_id,
               case when p.objected_at is not null then 'OBJECTED'
                    when coalesce(t.held, false) then 'HELD'
                    when c.restricted_at is not null or coalesce(t.restricted, false) then 'RESTRICTED'
                    when p.delivered_at is not null then 'TOLD'
                    when p.unreachable_at is not null then 'UNREACHABLE'
                    else 'UNTOLD' end as situation
          from concerned p
          join customer c on c.controller_id = :controller and c.id = p.customer_id
          left join standing t on t.controller_id = :controller and t.customer_id = p.customer_id),
      ruled as (
        select s.*, (select r.disposition from moving_rule r
                      where r.situation = s.situation and r.deal_type in (:deal, '*')
                        and r.effective_from <= :day
                      order by r.deal_type = '*', r.effective_from desc limit 1) as disposition
          from situated s)\
      """;

  private static final String TOLD =
      "select customer_id, objected_at, delivered_at, unreachable_at from transfer_person"
          + " where transfer_id = :transfer";

  private static final String FREEZE =
      "with concerned as ("
          + TOLD
          + "), "
          + RULED
          + """
          , placed as (
              select r.*, row_number() over (partition by disposition = 'STAYS'
                                             order by customer_id) as place
                from ruled r)
          update transfer_person p
             set situation = d.situation, disposition = d.disposition,
                 chunk = case when d.disposition <> 'STAYS' then (d.place - 1) / :size + 1 end
            from placed d
           where p.transfer_id = :transfer and p.customer_id = d.customer_id\
          """;

  /** Who leaves restricted says so in her own row, which is what travels (R-BT-04, PIPL 47). */
  private static final String DEPART =
      """
      update customer c
         set departed_at = :now,
             restricted_at = coalesce(c.restricted_at, case
               when p.disposition = 'MOVES_RESTRICTED' or exists (
                 select from standing t where t.controller_id = c.controller_id
                    and t.customer_id = c.id and t.restricted) then :now end)
        from transfer_person p
       where p.transfer_id = :transfer and p.chunk is not null
         and p.controller_id = c.controller_id and p.customer_id = c.id\
      """;

  private static final String ANNOUNCE =
      """
      insert into announcement (controller_id, customer_id, kind, recorded_at)
      select controller_id, customer_id, :kind, :now from transfer_person
       where transfer_id = :transfer and chunk is not null
      on conflict on constraint announcement_pk do update set recorded_at = excluded.recorded_at\
      """;

  /** People of one situation and what the rule says of them. */
  public record Ruling(String situation, String disposition, long people) {}

  /**
   * Freezes who moves, and ends the serving of those who do; consent-service is told from this
   * commit on.
   *
   * @return how many move
   */
  int settle(Handle handle, TransferRows.Opened row, int peopleAChunk, Instant now) {
    bound(handle.createUpdate(FREEZE), row).bind("size", peopleAChunk).execute();
    int departed =
        handle
            .createUpdate(DEPART)
            .bind("transfer", row.id())
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute();
    handle
        .createUpdate(ANNOUNCE)
        .bind("kind", Announcements.Kind.DEPARTED.name())
        .bind("transfer", row.id())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
    return departed;
  }

  /** What the rules say today of everybody in the scope, told already or not; changes nothing. */
  List<Ruling> rehearse(Handle handle, TransferRows.Opened row) {
    return bound(
            handle.createQuery(
                "with concerned as ("
                    + everybody(row)
                    + "), "
                    + RULED
                    + " select situation, disposition, count(*) as people from ruled"
                    + " group by situation, disposition order by situation"),
            row)
        .bind("scope", Scope.parse(row.scope()).parameter())
        .mapTo(Ruling.class)
        .list();
  }

  /** Who would move, some at a time, after the last one seen. */
  List<UUID> moving(Handle handle, TransferRows.Opened row, UUID after, int most) {
    return bound(
            handle.createQuery(
                "with concerned as ("
                    + everybody(row)
                    + "), "
                    + RULED
                    + " select customer_id from ruled where disposition <> 'STAYS'"
                    + " and customer_id > :after order by customer_id limit :most"),
            row)
        .bind("scope", Scope.parse(row.scope()).parameter())
        .bind("after", after)
        .bind("most", most)
        .mapTo(UUID.class)
        .list();
  }

  private static String everybody(TransferRows.Opened row) {
    return TOLD
        + " union all select c.id, null, null, null from customer c"
        + " where c.controller_id = :controller and c.departed_at is null"
        + " and not exists (select 1 from transfer_person p where p.transfer_id = :transfer"
        + " and p.customer_id = c.id) and "
        + Scope.parse(row.scope()).condition();
  }

  private static <S extends SqlStatement<S>> S bound(S statement, TransferRows.Opened row) {
    return statement
        .bind("controller", row.controllerId())
        .bind("transfer", row.id())
        .bind("deal", row.dealType().name())
        .bind("day", row.openedAt().atZone(BusinessTime.ZONE).toLocalDate());
  }
}
