package org.shouxin.consent.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Staff changes in PostgreSQL. */
@ApplicationScoped
class StaffChangeRows {
  private static final String COLUMNS =
      "select id, kind, employee_no, roles, branch, roles_before, branch_before, external_check,"
          + " override_reason, successor, effective_on, proposed_by, proposed_at, approved_by,"
          + " approved_at, cancellation_evidence from staff_change";
  private static final String INSERT =
      "insert into staff_change (controller_id, id, kind, employee_no, roles, branch, roles_before,"
          + " branch_before, person_index, external_check, override_reason, successor,"
          + " effective_on, proposed_by, proposed_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  void insert(
      Handle handle, ControllerId controller, StaffChange change, byte @Nullable [] person) {
    handle
        .createUpdate(INSERT)
        .bind(0, controller)
        .bind(1, change.id())
        .bind(2, change.kind().name())
        .bind(3, change.employeeNo())
        .bindByType(4, array(change.roles()), String[].class)
        .bind(5, change.branch())
        .bindByType(6, array(change.rolesBefore()), String[].class)
        .bind(7, change.branchBefore())
        .bindByType(8, person, byte[].class)
        .bind(9, change.externalCheck())
        .bind(10, change.overrideReason())
        .bind(11, change.successor())
        .bind(12, change.effectiveOn())
        .bind(13, change.proposedBy())
        .bind(14, change.proposedAt())
        .execute();
  }

  void approve(Handle handle, UUID id, String approver, Instant at) {
    handle.execute(
        "update staff_change set approved_by = ?, approved_at = ? where id = ?", approver, at, id);
  }

  void registrationCancelled(Handle handle, UUID id, String evidence) {
    handle.execute("update staff_change set cancellation_evidence = ? where id = ?", evidence, id);
  }

  StaffChange get(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + " where id = ? for update")
        .bind(0, id)
        .mapTo(StaffChange.class)
        .findOne()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  byte @Nullable [] personOf(Handle handle, UUID id) {
    return handle
        .createQuery("select person_index from staff_change where id = ?")
        .bind(0, id)
        .map((row, context) -> row.getBytes(1))
        .findOne()
        .orElse(null);
  }

  /** The newest 200. */
  List<StaffChange> list(Handle handle) {
    return handle
        .createQuery(COLUMNS + " order by id desc limit 200")
        .mapTo(StaffChange.class)
        .list();
  }

  private static String @Nullable [] array(@Nullable List<String> list) {
    return list == null ? null : list.toArray(String[]::new);
  }
}
