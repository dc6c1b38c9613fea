package org.shouxin.records.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Which client manager looks after which customer; access ends with the assignment (DR-13). */
@ApplicationScoped
public class Assignments {
  private static final String ALL =
      """
      select id from customer
       where controller_id = :controller and id > :after
       order by id limit :limit\
      """;

  private static final String OWN =
      """
      select customer_id from assignment
       where controller_id = :controller and employee_no = :employee and ended_at is null
         and customer_id > :after
       order by customer_id limit :limit\
      """;

  private static final String OF_BRANCH =
      """
      select distinct a.customer_id from assignment a
        join staff_member m on m.controller_id = a.controller_id and m.employee_no = a.employee_no
       where a.controller_id = :controller and (m.branch = :branch or a.employee_no = :employee)
         and a.ended_at is null and a.customer_id > :after
       order by a.customer_id limit :limit\
      """;

  /**
   * Subqueries that stay: right after an admission the planner knows nothing of thousands of new
   * rows, and joins them with themselves row by row.
   */
  private static final String UNASSIGNED =
      """
      select distinct p.controller_id, p.customer_id from arrival_person p
       where p.controller_id = :controller and p.arrival_id = :arrival
         and (select count(*) from customer c
               where c.controller_id = p.controller_id and c.id = p.customer_id) = 1
         and (select count(*) from assignment a
               where a.controller_id = p.controller_id and a.customer_id = p.customer_id
                 and a.ended_at is null) = 0\
      """;

  private final Clock clock;

  Assignments(Clock clock) {
    this.clock = clock;
  }

  /** One customer given to one employee. */
  public record Assignment(CustomerId customer, String employeeNo) {}

  /** Adds assignments; those that exist or existed stay as they are. */
  public void add(Handle handle, ControllerId controller, List<Assignment> assignments) {
    if (assignments.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            insert into assignment (controller_id, customer_id, employee_no, assigned_at)
            select :controller, a.customer_id, a.employee_no, :now
              from unnest(:customers, :employees) as a(customer_id, employee_no)
            on conflict on constraint assignment_pk do nothing\
            """)
        .bind("controller", controller)
        .bind("now", OffsetDateTime.now(clock))
        .bindArray(
            "customers", CustomerId.class, assignments.stream().map(Assignment::customer).toList())
        .bindArray(
            "employees", String.class, assignments.stream().map(Assignment::employeeNo).toList())
        .execute();
  }

  /** Ends an assignment; false when there was none in force. */
  public boolean end(Handle handle, ControllerId controller, Assignment assignment) {
    return handle
            .createUpdate(
                """
                update assignment set ended_at = :now
                 where controller_id = :controller and customer_id = :customer
                   and employee_no = :employee and ended_at is null\
                """)
            .bind("now", OffsetDateTime.now(clock))
            .bind("controller", controller)
            .bind("customer", assignment.customer())
            .bind("employee", assignment.employeeNo())
            .execute()
        == 1;
  }

  /**
   * Gives all customers of one employee to another (R-AC-03); a second time nothing is left to
   * move.
   *
   * @return whom it moved
   */
  public List<CustomerId> moveAll(
      Handle handle, ControllerId controller, String from, String successor) {
    return handle
        .createQuery(
            """
            with ended as (
              update assignment set ended_at = :now
               where controller_id = :controller and employee_no = :from and ended_at is null
              returning customer_id),
            given as (
              insert into assignment (controller_id, customer_id, employee_no, assigned_at)
              select :controller, customer_id, :successor, :now from ended
              on conflict on constraint assignment_pk do update
                set ended_at = null, assigned_at = excluded.assigned_at
                where assignment.ended_at is not null)
            select customer_id from ended order by customer_id\
            """)
        .bind("now", OffsetDateTime.now(clock))
        .bind("controller", controller)
        .bind("from", from)
        .bind("successor", successor)
        .map((row, context) -> new CustomerId(row.getObject(1, UUID.class)))
        .list();
  }

  /**
   * Gives customers of an arrival whom nobody looks after to one employee (R-BT-05), some at a
   * time.
   *
   * @return whom it gave
   */
  public List<CustomerId> giveArrived(
      Handle handle, ControllerId controller, UUID arrival, String employee, int most) {
    return handle
        .createQuery(
            """
            insert into assignment (controller_id, customer_id, employee_no, assigned_at)
            select p.controller_id, p.customer_id, :employee, :now
              from (%s order by p.customer_id limit :most) p
            on conflict on constraint assignment_pk do update
              set ended_at = null, assigned_at = excluded.assigned_at
              where assignment.ended_at is not null
            returning customer_id\
            """
                .formatted(UNASSIGNED))
        .bind("controller", controller)
        .bind("arrival", arrival)
        .bind("employee", employee)
        .bind("now", OffsetDateTime.now(clock))
        .bind("most", most)
        .map((row, context) -> new CustomerId(row.getObject(1, UUID.class)))
        .list();
  }

  /** How many of an arrival nobody looks after. */
  public long countUnassigned(Handle handle, ControllerId controller, UUID arrival) {
    return handle
        .createQuery("select count(*) from (" + UNASSIGNED + ") u")
        .bind("controller", controller)
        .bind("arrival", arrival)
        .mapTo(Long.class)
        .one();
  }

  /** The viewer's customers after {@code after}, by id, at most {@code limit}. */
  public List<CustomerId> list(
      Handle handle, ControllerId controller, Viewer viewer, @Nullable UUID after, int limit) {
    Query query;
    if (viewer.wholeController()) {
      query = handle.createQuery(ALL);
    } else if (viewer.branch() == null) {
      query = handle.createQuery(OWN).bind("employee", viewer.employeeNo());
    } else {
      query =
          handle
              .createQuery(OF_BRANCH)
              .bind("employee", viewer.employeeNo())
              .bind("branch", viewer.branch());
    }
    return query
        .bind("controller", controller)
        .bind("after", after == null ? new UUID(0, 0) : after)
        .bind("limit", limit)
        .map((row, context) -> new CustomerId(row.getObject(1, UUID.class)))
        .list();
  }
}
