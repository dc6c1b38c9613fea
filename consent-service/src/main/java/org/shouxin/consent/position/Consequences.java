package org.shouxin.consent.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.banregister.AccessCloser;
import org.shouxin.consent.duty.CaseClocks;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;

/**
 * What follows from a change of position: the account is opened, closed or moved, the customers go
 * to the successor, the practice registration has to be cancelled (K-18). Ordered in the
 * transaction that ends the right, done by others until it is done.
 */
@ApplicationScoped
class Consequences implements AccessCloser {
  static final String REGISTRATION_CLOCK = "K-18";

  /** Sessions and tokens are dead by then (R-AC-03). */
  private static final Duration ACCOUNT_LIMIT = Duration.ofMinutes(15);

  private final Positions positions;
  private final CaseClocks clocks;
  private final AuditOutbox audit;
  private final Clock clock;

  Consequences(Positions positions, CaseClocks clocks, AuditOutbox audit, Clock clock) {
    this.positions = positions;
    this.clocks = clocks;
    this.audit = audit;
    this.clock = clock;
  }

  void ofJoining(Handle handle, Actor actor, StaffChange change, Instant now) {
    order(
        handle,
        actor,
        change.id(),
        change.employeeNo(),
        "OPEN",
        change.roles(),
        change.branch(),
        now);
  }

  void ofLeaving(
      Handle handle,
      Actor actor,
      UUID id,
      String employee,
      @Nullable String successor,
      Instant now) {
    order(handle, actor, id, employee, "CLOSE", null, null, now);
    reassign(handle, actor, id, employee, successor, now);
    clocks.start(handle, actor.controller(), id, REGISTRATION_CLOCK, now);
  }

  void ofMoving(Handle handle, Actor actor, StaffChange change, Instant now) {
    order(
        handle,
        actor,
        change.id(),
        change.employeeNo(),
        "MOVE",
        change.roles(),
        change.branch(),
        now);
    reassign(handle, actor, change.id(), change.employeeNo(), change.successor(), now);
  }

  @Override
  public void close(
      Handle handle, Actor approver, UUID ban, byte[] person, @Nullable String employeeNo) {
    Instant now = clock.instant();
    Set<String> employees = new LinkedHashSet<>(positions.listKnownAs(handle, person));
    if (employeeNo != null) {
      employees.add(employeeNo);
    }
    for (String employee : employees) {
      positions.ban(handle, approver.controller(), employee, now, ban);
      order(handle, approver, ban, employee, "CLOSE", null, null, now);
      for (String type :
          List.of("right.revoked", "termination.opened", "manager.responsibility.opened")) {
        audit.record(
            handle,
            AuditEvents.of(approver, type, clock)
                .resource("ban", ban.toString())
                .reason("BANNED_PERSON")
                .concerns("employee:" + employee)
                .build());
      }
    }
    if (!employees.isEmpty()) {
      clocks.start(handle, approver.controller(), ban, REGISTRATION_CLOCK, now);
    }
  }

  private static void order(
      Handle handle,
      Actor actor,
      UUID id,
      String employee,
      String kind,
      @Nullable List<String> roles,
      @Nullable String branch,
      Instant now) {
    // The last order counts: an older one that still fails must not undo it later.
    handle.execute(
        "update account_task set done_at = ?, last_fault = 'SUPERSEDED'"
            + " where controller_id = ? and employee_no = ? and done_at is null",
        now,
        actor.controller(),
        employee);
    handle
        .createUpdate(
            "insert into account_task (controller_id, id, employee_no, kind, roles, branch,"
                + " ordered_at, due_at, next_try_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(0, actor.controller())
        .bind(1, id)
        .bind(2, employee)
        .bind(3, kind)
        .bindByType(4, roles == null ? null : roles.toArray(String[]::new), String[].class)
        .bind(5, branch)
        .bind(6, now)
        .bind(7, now.plus(ACCOUNT_LIMIT))
        .bind(8, now)
        .execute();
  }

  private static void reassign(
      Handle handle, Actor actor, UUID id, String from, @Nullable String to, Instant now) {
    if (to != null) {
      handle.execute(
          "insert into reassignment (controller_id, id, from_employee, to_employee, ordered_at)"
              + " values (?, ?, ?, ?, ?)",
          actor.controller(),
          id,
          from,
          to,
          now);
    }
  }
}
