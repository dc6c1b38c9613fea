package org.shouxin.records.correction.stale;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.access.Viewer;

/** SQL of stale_finding and contact_bounce. */
final class StaleTable {
  private static final String UPSERT =
      """
      insert into stale_finding (controller_id, customer_id, code, found_at, seen_at)
      %s
      on conflict on constraint stale_finding_pk do update
        set seen_at = excluded.seen_at,
            found_at = case when stale_finding.resolved_at is null
                            then stale_finding.found_at else excluded.found_at end,
            resolved_at = null\
      """;

  private StaleTable() {}

  /** A finding with the client manager who looks after the customer, if any. */
  public record Finding(
      UUID customerId, String code, Instant foundAt, @Nullable String employeeNo) {}

  static void bounce(
      Handle handle,
      ControllerId controller,
      UUID id,
      CustomerId customer,
      String field,
      String by,
      Instant now) {
    handle
        .createUpdate(
            "insert into contact_bounce"
                + " (controller_id, id, customer_id, field, reported_by, reported_at)"
                + " values (?, ?, ?, ?, ?, ?)")
        .bind(0, controller)
        .bind(1, id)
        .bind(2, customer)
        .bind(3, field)
        .bind(4, by)
        .bind(5, now)
        .execute();
  }

  /** Customers after the given one, by id. */
  static List<CustomerId> page(Handle handle, UUID after, int limit) {
    return handle
        .createQuery("select id from customer where id > ? order by id limit ?")
        .bind(0, after)
        .bind(1, limit)
        .map((row, context) -> new CustomerId(row.getObject(1, UUID.class)))
        .list();
  }

  static void expired(
      Handle handle, ControllerId controller, List<CustomerId> customers, Instant now) {
    handle
        .createUpdate(
            UPSERT.formatted(
                "select :controller, c, 'ID_EXPIRED', cast(:now as timestamptz), cast(:now as timestamptz) from unnest(:ids) c"))
        .bind("controller", controller)
        .bind("now", now)
        .bindArray("ids", CustomerId.class, customers)
        .execute();
  }

  /** Contact points that bounced after they were last said. */
  static void bounced(
      Handle handle, ControllerId controller, String field, StaleCode code, Instant now) {
    String select =
        """
        select distinct :controller, b.customer_id, :code, cast(:now as timestamptz), cast(:now as timestamptz) from contact_bounce b
         where b.field = :field and not exists (
           select 1 from customer_statement s
            where s.controller_id = b.controller_id and s.customer_id = b.customer_id
              and s.%s is not null and s.recorded_at > b.reported_at)\
        """
            .formatted(field);
    handle
        .createUpdate(UPSERT.formatted(select))
        .bind("controller", controller)
        .bind("code", code.name())
        .bind("field", field)
        .bind("now", now)
        .execute();
  }

  /** Customers about whom nothing was said or verified since then. */
  static void unchecked(Handle handle, ControllerId controller, Instant since, Instant now) {
    handle
        .createUpdate(
            UPSERT.formatted(
                """
                select :controller, s.customer_id, 'NOT_CHECKED', cast(:now as timestamptz), cast(:now as timestamptz)
                  from customer_statement s group by s.customer_id
                having max(greatest(s.recorded_at, coalesce(s.verified_at, s.recorded_at))) < :since\
                """))
        .bind("controller", controller)
        .bind("since", since)
        .bind("now", now)
        .execute();
  }

  /** What this run did not find again is resolved. */
  static void resolve(Handle handle, Instant run) {
    handle
        .createUpdate(
            "update stale_finding set resolved_at = :run where resolved_at is null and seen_at < :run")
        .bind("run", run)
        .execute();
  }

  static int countOpen(Handle handle) {
    return handle
        .createQuery("select count(*) from stale_finding where resolved_at is null")
        .mapTo(Integer.class)
        .one();
  }

  /** Open findings about the viewer's customers, the oldest first, at most 5000. */
  static List<Finding> list(Handle handle, Viewer viewer) {
    return handle
        .createQuery(
            """
            select f.customer_id, f.code, f.found_at, a.employee_no
              from stale_finding f
              left join assignment a on a.controller_id = f.controller_id
               and a.customer_id = f.customer_id and a.ended_at is null
             where f.resolved_at is null
               and (:whole or a.employee_no = :employee or exists (
                 select 1 from staff_member m where m.controller_id = a.controller_id
                    and m.employee_no = a.employee_no and m.branch = :branch))
             order by f.found_at, f.customer_id, f.code limit 5000\
            """)
        .bind("whole", viewer.wholeController())
        .bind("employee", viewer.employeeNo())
        .bind("branch", viewer.branch())
        .mapTo(Finding.class)
        .list();
  }
}
