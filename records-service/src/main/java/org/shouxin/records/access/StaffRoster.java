package org.shouxin.records.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** The controller's employees: their branch, and their phone numbers as blind index. */
@ApplicationScoped
public class StaffRoster {
  private final Clock clock;

  StaffRoster(Clock clock) {
    this.clock = clock;
  }

  /**
   * Records or updates employees from a staff file. Who is not in it stays known by number, and
   * loses the work address: nobody who has left is mailed.
   */
  public void admit(Handle handle, ControllerId controller, List<StaffMember> members) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into staff_member
              (controller_id, employee_no, role, branch, work_email, mobile_index, recorded_at)
            values (:controller, :number, :role, :branch, :email, :mobile, :now)
            on conflict on constraint staff_member_pk do update
              set role = excluded.role, branch = excluded.branch,
                  work_email = excluded.work_email,
                  mobile_index = excluded.mobile_index, recorded_at = excluded.recorded_at\
            """);
    for (StaffMember member : members) {
      batch
          .bind("controller", controller)
          .bind("number", member.employeeNo())
          .bind("role", member.role())
          .bind("branch", member.branch())
          .bind("email", member.workEmail())
          .bind("mobile", member.mobileIndex())
          .bind("now", OffsetDateTime.now(clock))
          .add();
    }
    batch.execute();
    handle
        .createUpdate(
            "update staff_member set work_email = null where controller_id = :controller"
                + " and work_email is not null and employee_no <> all(:named)")
        .bind("controller", controller)
        .bindArray("named", String.class, members.stream().map(StaffMember::employeeNo).toList())
        .execute();
  }

  /** Whether the controller has told of an employee. */
  public boolean knows(Handle handle, ControllerId controller, String employeeNo) {
    return handle
        .createQuery(
            "select exists (select 1 from staff_member where controller_id = :controller"
                + " and employee_no = :number)")
        .bind("controller", controller)
        .bind("number", employeeNo)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Work addresses of those who have a role or the number, without those who are named in {@code
   * notTo}.
   */
  public List<String> workEmails(
      Handle handle, @Nullable String role, @Nullable String employeeNo, List<String> notTo) {
    return handle
        .createQuery(
            "select distinct work_email from staff_member where work_email is not null"
                + " and (role = :role or employee_no = :number) and employee_no <> all(:notTo)"
                + " order by work_email")
        .bind("role", role)
        .bind("number", employeeNo)
        .bindArray("notTo", String.class, notTo)
        .mapTo(String.class)
        .list();
  }

  /** Blind indexes of all staff phone numbers (DR-03 PHONE_IS_STAFF). */
  public Set<ByteBuffer> mobileIndexes(Handle handle, ControllerId controller) {
    return new HashSet<>(
        handle
            .createQuery(
                """
                select mobile_index from staff_member
                 where controller_id = :controller and mobile_index is not null\
                """)
            .bind("controller", controller)
            .map((row, context) -> ByteBuffer.wrap(row.getBytes(1)))
            .list());
  }
}
