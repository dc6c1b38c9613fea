package org.shouxin.records.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** SQL of campaign_item. */
final class ItemTable {
  private static final String COLUMNS =
      """
      select i.*, coalesce(a.attempts, 0) as attempts, coalesce(a.missed, 0) as missed
        from campaign_item i
        left join lateral (
          select count(*) as attempts, count(*) filter (where not reached) as missed
            from campaign_attempt t
           where t.controller_id = i.controller_id and t.item_id = i.id) a on true
      """;

  private ItemTable() {}

  static void insert(Handle handle, ControllerId controller, CampaignItem item) {
    handle
        .createUpdate(
            """
            insert into campaign_item
              (controller_id, id, campaign_id, policy_id, customer_id, reference, defects,
               open_fields, partner_id, employee_no, state)
            values (:controller, :id, :campaign, :policy, :customer, :reference, :defects, :fields,
                    :partner, :employee, 'OPEN')\
            """)
        .bind("controller", controller)
        .bind("id", item.id())
        .bind("campaign", item.campaignId())
        .bind("policy", item.policyId())
        .bind("customer", item.customer())
        .bind("reference", item.reference())
        .bindArray("defects", String.class, item.defects().stream().map(ItemDefect::label).toList())
        .bindArray("fields", String.class, item.openFields())
        .bind("partner", item.partnerId())
        .bind("employee", item.employeeNo())
        .execute();
  }

  /** Whose items: everybody's, a partner's, or a client manager's. */
  record Whose(@Nullable String partnerId, @Nullable String employeeNo) {
    static final Whose EVERYBODYS = new Whose(null, null);
  }

  /** Items of people who departed or whose data are only stored meanwhile are nobody's work. */
  private static final String IN_USE =
      " and exists (select 1 from customer c left join standing s"
          + " on s.controller_id = c.controller_id and s.customer_id = c.id"
          + " where c.controller_id = i.controller_id and c.id = i.customer_id"
          + " and c.departed_at is null and c.restricted_at is null"
          + " and not coalesce(s.restricted, false)"
          + " and not coalesce(i.policy_id::text = any(s.restricted_records), false))";

  static List<CampaignItem> list(Handle handle, UUID campaign, Whose whose, boolean openOnly) {
    return bound(
            handle.createQuery(
                COLUMNS
                    + "where i.campaign_id = :campaign and (not :open or i.state = 'OPEN')"
                    + " and (cast(:partner as text) is null or i.partner_id = :partner)"
                    + " and (cast(:employee as text) is null or i.employee_no = :employee)"
                    + IN_USE
                    + " order by i.id limit 5000"),
            whose)
        .bind("campaign", campaign)
        .bind("open", openOnly)
        .map((row, context) -> read(row))
        .list();
  }

  /** One item, held until the transaction ends. */
  static Optional<CampaignItem> lock(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + "where i.id = ? for update of i")
        .bind(0, id)
        .map((row, context) -> read(row))
        .findOne();
  }

  static List<CampaignItem> openOf(Handle handle, CustomerId customer) {
    return handle
        .createQuery(COLUMNS + "where i.customer_id = ? and i.state = 'OPEN' for update of i")
        .bind(0, customer)
        .map((row, context) -> read(row))
        .list();
  }

  static void close(Handle handle, Actor by, UUID id, ItemState outcome, Instant now) {
    handle
        .createUpdate(
            "update campaign_item set state = ?, evidence = ?, closed_by = ?, closed_at = ?"
                + " where id = ?")
        .bind(0, outcome.label())
        .bind(1, outcome.evidence())
        .bind(2, by.id())
        .bind(3, now)
        .bind(4, id)
        .execute();
  }

  static void setOpenFields(Handle handle, UUID id, List<String> fields) {
    handle
        .createUpdate("update campaign_item set open_fields = ? where id = ?")
        .bindArray(0, String.class, fields)
        .bind(1, id)
        .execute();
  }

  static void remind(Handle handle, UUID campaign, Instant now) {
    handle.execute(
        "update campaign_item set reminded_at = ?::timestamptz where campaign_id = ? and state ="
            + " 'OPEN'",
        now.toString(),
        campaign);
  }

  /** Holds the commission of every policy with an item that is not right; how many items. */
  static int hold(Handle handle, UUID campaign, Instant now) {
    return handle.execute(
        "update campaign_item set held_at = ?::timestamptz, released_at = null"
            + " where campaign_id = ? and (held_at is null or released_at is not null)"
            + " and state not in ('CORRECTED', 'CONFIRMED_OK')",
        now.toString(),
        campaign);
  }

  /** Ends the hold of a policy all of whose items are right; how many items. */
  static int release(Handle handle, UUID campaign, UUID policy, Instant now) {
    return handle.execute(
        "update campaign_item set released_at = ?::timestamptz where campaign_id = ? and policy_id"
            + " = ? and held_at is not null and released_at is null and not exists (select 1 from"
            + " campaign_item o where o.campaign_id = ? and o.policy_id = ? and o.state not in"
            + " ('CORRECTED', 'CONFIRMED_OK'))",
        now.toString(),
        campaign,
        policy,
        campaign,
        policy);
  }

  private static Query bound(Query query, Whose whose) {
    return query.bind("partner", whose.partnerId()).bind("employee", whose.employeeNo());
  }

  private static CampaignItem read(ResultSet row) throws SQLException {
    String evidence = row.getString("evidence");
    OffsetDateTime reminded = row.getObject("reminded_at", OffsetDateTime.class);
    return new CampaignItem(
        row.getObject("id", UUID.class),
        row.getObject("campaign_id", UUID.class),
        row.getObject("policy_id", UUID.class),
        new CustomerId(row.getObject("customer_id", UUID.class)),
        row.getString("reference"),
        Arrays.stream((String[]) row.getArray("defects").getArray())
            .map(ItemDefect::parse)
            .toList(),
        List.of((String[]) row.getArray("open_fields").getArray()),
        row.getString("partner_id"),
        row.getString("employee_no"),
        ItemState.of(row.getString("state"), evidence == null ? "" : evidence),
        row.getObject("held_at") != null && row.getObject("released_at") == null,
        reminded == null ? null : reminded.toInstant(),
        row.getInt("attempts"),
        row.getInt("missed"));
  }
}
