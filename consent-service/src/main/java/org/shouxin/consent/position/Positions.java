package org.shouxin.consent.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.banregister.BanRegister;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Role;

/** The positions that HR has told of; every decision compares the token with them. */
@ApplicationScoped
public class Positions {
  private static final String FIND =
      "select p.employee_no, p.roles, p.branch, p.ended_at, exists (select 1 from ban_listing b"
          + " where b.controller_id = p.controller_id and b.id = p.banned_by and "
          + BanRegister.BANS
          + ") as banned from staff_position p where p.employee_no = :employee";
  private static final String STORE =
      "insert into staff_position (controller_id, employee_no, roles, branch, person_index,"
          + " changed_at, changed_by) values (?, ?, ?, ?, ?, ?, ?)"
          + " on conflict on constraint staff_position_pk do update set roles = excluded.roles,"
          + " branch = excluded.branch, ended_at = null, changed_at = excluded.changed_at,"
          + " person_index = coalesce(excluded.person_index, staff_position.person_index),"
          + " changed_by = excluded.changed_by";
  private static final String END =
      "insert into staff_position (controller_id, employee_no, ended_at, changed_at, changed_by)"
          + " values (?, ?, ?, ?, ?) on conflict on constraint staff_position_pk do update"
          + " set ended_at = excluded.ended_at, changed_at = excluded.changed_at,"
          + " changed_by = excluded.changed_by";

  /** What HR last said; {@code roles} null when only that it ended. */
  public record Position(
      String employeeNo,
      @Nullable List<String> roles,
      @Nullable String branch,
      @Nullable Instant endedAt,
      boolean banned) {

    PositionStanding standing(Actor actor) {
      if (banned) {
        return PositionStanding.BANNED;
      }
      return endedAt == null && fits(actor) ? PositionStanding.HELD : PositionStanding.ENDED;
    }

    private boolean fits(Actor actor) {
      Set<String> held =
          actor.roles().stream().map(Role::label).collect(Collectors.toUnmodifiableSet());
      return (roles == null || roles.containsAll(held))
          && (branch == null || branch.equals(actor.branch()));
    }
  }

  /** How an employee's token stands on a day of Shanghai. */
  public PositionStanding standing(Handle handle, Actor actor, LocalDate today) {
    return find(handle, actor.id(), today)
        .map(position -> position.standing(actor))
        .orElse(PositionStanding.HELD);
  }

  Optional<Position> find(Handle handle, String employee, LocalDate today) {
    return handle
        .createQuery(FIND)
        .bind("employee", employee)
        .bind("today", today)
        .mapTo(Position.class)
        .findOne();
  }

  void store(Handle handle, ControllerId controller, StaffChange change, byte @Nullable [] person) {
    handle
        .createUpdate(STORE)
        .bind(0, controller)
        .bind(1, change.employeeNo())
        .bindArray(2, String.class, change.roles())
        .bind(3, change.branch())
        .bindByType(4, person, byte[].class)
        .bind(5, change.approvedAt())
        .bind(6, change.id())
        .execute();
  }

  void end(Handle handle, ControllerId controller, String employee, Instant at, UUID change) {
    handle.execute(END, controller, employee, at, at, change);
  }

  /** Closes access of a banned employee, whether HR has told of her or not. */
  void ban(Handle handle, ControllerId controller, String employee, Instant at, UUID ban) {
    handle.execute(
        "insert into staff_position (controller_id, employee_no, banned_by, changed_at)"
            + " values (?, ?, ?, ?) on conflict on constraint staff_position_pk do update"
            + " set banned_by = excluded.banned_by, changed_at = excluded.changed_at",
        controller,
        employee,
        ban,
        at);
  }

  /** The ban that closed an employee's access. */
  Optional<UUID> findBan(Handle handle, String employee) {
    return handle
        .createQuery("select banned_by from staff_position where employee_no = ?")
        .bind(0, employee)
        .map((row, context) -> row.getObject(1, UUID.class))
        .findOne();
  }

  /** Employees known by this index. */
  List<String> listKnownAs(Handle handle, byte[] person) {
    return handle
        .createQuery("select employee_no from staff_position where person_index = ?")
        .bind(0, person)
        .mapTo(String.class)
        .list();
  }

  /** A supervisor in office in a branch, by number. */
  Optional<String> findSupervisor(Handle handle, @Nullable String branch, String otherThan) {
    return handle
        .createQuery(
            "select employee_no from staff_position where 'supervisor' = any(roles)"
                + " and branch = ? and ended_at is null and banned_by is null"
                + " and employee_no <> ? order by employee_no limit 1")
        .bind(0, branch)
        .bind(1, otherThan)
        .mapTo(String.class)
        .findOne();
  }
}
