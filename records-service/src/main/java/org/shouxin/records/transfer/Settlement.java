package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.shouxin.platform.identity.CustomerId;
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
                    else 'UNTOLD' end as situation,
      """
          + JointPolicies.HAS_MORE
          + """
               as has_more
              from concerned p
              join customer c on c.controller_id = :controller and c.id = p.customer_id
              left join standing t on t.controller_id = :controller and t.customer_id = p.customer_id),
          measured as (
            select s.*, (select r.disposition from moving_rule r
                          where r.situation = s.situation and r.deal_type in (:deal, '*')
                            and r.effective_from <= :day
                          order by r.deal_type = '*', r.effective_from desc limit 1) as rule
              from situated s),
          ruled as (select m.customer_id, m.situation,\
          """
          + " "
          + JointPolicies.DISPOSITION
          + " as disposition from measured m)";

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
       where p.transfer_id = :transfer and p.chunk is not null and p.disposition <> 'COPIED'
         and p.controller_id = c.controller_id and p.customer_id = c.id\
      """;

  private static final String ANNOUNCE =
      """
      insert into announcement (controller_id, customer_id, kind, recorded_at)
      select controller_id, customer_id, :kind, :now from transfer_person
       where transfer_id = :transfer and chunk is not null and disposition <> 'COPIED'
      on conflict on constraint announcement_pk do update set recorded_at = excluded.recorded_at\
      """;

  /** Who is copied stays, but the policies that go are not served here any more. */
  private static final String DEPART_PARTS =
      """
      update policy_role r
         set departed_at = :now
        from transfer_part tp
        join transfer_person p on p.controller_id = tp.controller_id
         and p.transfer_id = tp.transfer_id and p.customer_id = tp.customer_id
       where tp.transfer_id = :transfer and p.disposition = 'COPIED' and r.departed_at is null
         and r.controller_id = tp.controller_id and r.customer_id = tp.customer_id
         and r.policy_id = tp.policy_id\
      """;

  /** Who is in the package, or to be, and whom the rules judge otherwise since the freeze. */
  private static final String CHANGED =
      "with concerned as ("
          + TOLD
          + " and chunk is not null), "
          + RULED
          + """
           select p.customer_id, p.chunk, r.situation, r.disposition
             from ruled r
             join transfer_person p
               on p.transfer_id = :transfer and p.customer_id = r.customer_id
            where r.situation in ('HELD', 'RESTRICTED') and r.disposition <> p.disposition
            order by p.customer_id\
          """;

  /** Somebody whose ruling changed after the freeze. */
  public record Changed(CustomerId customerId, int chunk, String situation, String disposition) {
    boolean stays() {
      return disposition.equals("STAYS");
    }
  }

  /** People of one situation and what the rule says of them. */
  public record Ruling(String situation, String disposition, long people) {}

  /**
   * Freezes who moves, and ends the serving of those who do; consent-service is told from this
   * commit on.
   *
   * @return how many move; who is copied is not among them
   */
  int settle(Handle handle, TransferRows.Opened row, int peopleAChunk, Instant now) {
    // Nothing is known of rows written since the last statistics: a planner that takes the whole
    // book for one row joins it with itself row by row.
    handle.execute("set local enable_nestloop = off");
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
    handle
        .createUpdate(DEPART_PARTS)
        .bind("transfer", row.id())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
    handle.execute("set local enable_nestloop = on");
    return departed;
  }

  /** Who came to be held or restricted since the freeze, and is judged otherwise for it. */
  List<Changed> changed(Handle handle, TransferRows.Opened row) {
    return bound(handle.createQuery(CHANGED), row).mapTo(Changed.class).list();
  }

  /** At the close nobody needs to know any more whose policies were the insurer's. */
  void forgetParts(Handle handle, TransferRows.Opened row) {
    handle.execute("delete from transfer_part where transfer_id = ?", row.id());
  }

  /** How many people of the book are not in the scope. */
  long outside(Handle handle, TransferRows.Opened row) {
    return handle
        .createQuery(
            "select count(*) from customer c where c.controller_id = :controller"
                + " and c.departed_at is null and not exists (select 1 from transfer_person p"
                + " where p.transfer_id = :transfer and p.customer_id = c.id) and not ("
                + Scope.parse(row.scope()).condition()
                + ")")
        .bind("controller", row.controllerId())
        .bind("transfer", row.id())
        .bind("scope", Scope.parse(row.scope()).parameter(row.id()))
        .mapTo(Long.class)
        .one();
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
                    + " group by situation, disposition order by situation, disposition"),
            row)
        .bind("scope", Scope.parse(row.scope()).parameter(row.id()))
        .mapTo(Ruling.class)
        .list();
  }

  /** Who would move, and not only be copied, some at a time, after the last one seen. */
  List<UUID> moving(Handle handle, TransferRows.Opened row, UUID after, int most) {
    return bound(
            handle.createQuery(
                "with concerned as ("
                    + everybody(row)
                    + "), "
                    + RULED
                    + " select customer_id from ruled where disposition not in ('STAYS', 'COPIED')"
                    + " and customer_id > :after order by customer_id limit :most"),
            row)
        .bind("scope", Scope.parse(row.scope()).parameter(row.id()))
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
        .bind("split", Scope.parse(row.scope()) instanceof Scope.Insurer)
        .bind("day", row.openedAt().atZone(BusinessTime.ZONE).toLocalDate());
  }
}
