package org.shouxin.consent.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.banregister.BanRegister;
import org.shouxin.consent.banregister.PersonIndex;
import org.shouxin.consent.duty.CaseClocks;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Proposes and approves changes of staff; an approved change is in force with its commit. */
@ApplicationScoped
class StaffChanges {
  private static final int SHORTEST_REASON = 10;

  private final Database database;
  private final StaffChangeRows rows;
  private final Positions positions;
  private final PositionRules rules;
  private final BanRegister register;
  private final PersonIndex index;
  private final Consequences consequences;
  private final CaseClocks clocks;
  private final AuditOutbox audit;
  private final Clock clock;

  StaffChanges(
      Database database,
      StaffChangeRows rows,
      Positions positions,
      PositionRules rules,
      BanRegister register,
      PersonIndex index,
      Consequences consequences,
      CaseClocks clocks,
      AuditOutbox audit,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.positions = positions;
    this.rules = rules;
    this.register = register;
    this.index = index;
    this.consequences = consequences;
    this.clocks = clocks;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Proposes; nothing changes yet.
   *
   * @throws ProblemException SELF_APPROVAL for the proposer's own position; BANNED_PERSON for a
   *     listed joiner without a compliance officer's reason, once the refusal is logged;
   *     SUCCESSOR_REQUIRED when nobody would take over the customers; what {@link PositionRules}
   *     refuses
   */
  StaffChange propose(Actor proposer, HrEvent event) {
    if (event.employeeNo().equals(proposer.id())) {
      throw new ProblemException(ProblemCode.SELF_APPROVAL);
    }
    String number = event.identityNumber();
    byte[] person = number == null ? null : index.of(proposer.controller(), number);
    LocalDate today = BusinessTime.today(clock);
    Optional<StaffChange> proposed =
        database.write(
            proposer.controller(),
            handle -> {
              rules.require(handle, proposer, event, today);
              boolean listed = person != null && register.lists(handle, person, today);
              if (listed && !mayOverride(proposer, event.overrideReason())) {
                audit.record(
                    handle,
                    AuditEvents.of(proposer, "person.hire_check.failed", clock)
                        .resource("employee", event.employeeNo())
                        .reason("BANNED_PERSON")
                        .build());
                return Optional.<StaffChange>empty();
              }
              StaffChange change = change(handle, proposer, event, listed, today);
              rows.insert(handle, proposer.controller(), change, person);
              report(handle, proposer, "staff.change.proposed", change);
              return Optional.of(change);
            });
    return proposed.orElseThrow(() -> new ProblemException(ProblemCode.BANNED_PERSON));
  }

  /**
   * Approves; rights change with this commit.
   *
   * @throws ProblemException SELF_APPROVAL for proposer and person; CONFLICT a second time or
   *     before the day; BANNED_PERSON for somebody listed meanwhile; FOUR_EYES when an override, or
   *     an office of control, is not approved by a compliance officer
   */
  StaffChange approve(Actor approver, UUID id) {
    LocalDate today = BusinessTime.today(clock);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return database.write(
        approver.controller(),
        handle -> {
          StaffChange proposed = rows.get(handle, id);
          if (proposed.proposedBy().equals(approver.id())
              || proposed.employeeNo().equals(approver.id())) {
            throw new ProblemException(ProblemCode.SELF_APPROVAL);
          }
          if (proposed.approvedAt() != null || today.isBefore(proposed.effectiveOn())) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          byte[] person = rows.personOf(handle, id);
          rules.requireOffice(handle, approver, proposed, person != null, today);
          requireClean(handle, approver, proposed, person, today);
          rows.approve(handle, id, approver.id(), now);
          StaffChange approved = rows.get(handle, id);
          apply(handle, approver, approved, person, now);
          return approved;
        });
  }

  /** Closes the task K-18, also that of a ban: the registration is cancelled, with evidence. */
  StaffChange registrationCancelled(Actor officer, UUID id, String evidence) {
    return database.write(
        officer.controller(),
        handle -> {
          StaffChange change = rows.get(handle, id);
          if (change.kind() != StaffChange.Kind.LEAVER
              || change.approvedAt() == null
              || change.cancellationEvidence() != null) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          rows.registrationCancelled(handle, id, evidence);
          clocks.stop(handle, officer.controller(), id, Consequences.REGISTRATION_CLOCK);
          positions
              .findBan(handle, change.employeeNo())
              .ifPresent(ban ->
                  clocks.stop(handle, officer.controller(), ban, Consequences.REGISTRATION_CLOCK));
          report(handle, officer, "registration.cancelled", change);
          return rows.get(handle, id);
        });
  }

  private void apply(
      Handle handle, Actor approver, StaffChange change, byte @Nullable [] person, Instant now) {
    switch (change.kind()) {
      case JOINER -> {
        positions.store(handle, approver.controller(), change, person);
        consequences.ofJoining(handle, approver, change, now);
        report(handle, approver, "person.hire_check.passed", change);
        report(handle, approver, "right.granted", change);
      }
      case MOVER -> {
        positions.store(handle, approver.controller(), change, person);
        consequences.ofMoving(handle, approver, change, now);
        report(handle, approver, "right.revoked", change);
        report(handle, approver, "right.granted", change);
      }
      case LEAVER -> {
        positions.end(handle, approver.controller(), change.employeeNo(), now, change.id());
        consequences.ofLeaving(
            handle, approver, change.id(), change.employeeNo(), change.successor(), now);
        report(handle, approver, "right.revoked", change);
      }
    }
  }

  private StaffChange change(
      Handle handle, Actor proposer, HrEvent event, boolean listed, LocalDate today) {
    Positions.Position before = positions.find(handle, event.employeeNo(), today).orElse(null);
    return new StaffChange(
        Ids.next(),
        event.kind(),
        event.employeeNo(),
        event.roles(),
        event.branch(),
        before == null ? null : before.roles(),
        before == null ? null : before.branch(),
        event.externalCheck(),
        listed ? event.overrideReason() : null,
        event.kind() == StaffChange.Kind.JOINER ? null : successor(handle, proposer, event, before),
        event.effectiveOn(),
        proposer.id(),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        null,
        null,
        null);
  }

  /** Who is named; else the supervisor of the branch; else the supervisor who proposes. */
  private String successor(
      Handle handle, Actor proposer, HrEvent event, Positions.@Nullable Position before) {
    String named = event.successor();
    if (named != null && !named.equals(event.employeeNo())) {
      return named;
    }
    return Optional.ofNullable(before)
        .flatMap(
            position -> positions.findSupervisor(handle, position.branch(), event.employeeNo()))
        .or(() -> proposer.has(Role.SUPERVISOR) ? Optional.of(proposer.id()) : Optional.empty())
        .orElseThrow(() -> new ProblemException(ProblemCode.SUCCESSOR_REQUIRED));
  }

  private void requireClean(
      Handle handle,
      Actor approver,
      StaffChange proposed,
      byte @Nullable [] person,
      LocalDate today) {
    if (person == null || !register.lists(handle, person, today)) {
      return;
    }
    if (proposed.overrideReason() == null) {
      throw new ProblemException(ProblemCode.BANNED_PERSON);
    }
    if (!approver.has(Role.COMPLIANCE_OFFICER)) {
      throw new ProblemException(ProblemCode.FOUR_EYES);
    }
  }

  private static boolean mayOverride(Actor proposer, @Nullable String reason) {
    return proposer.has(Role.COMPLIANCE_OFFICER)
        && reason != null
        && reason.strip().length() >= SHORTEST_REASON;
  }

  private void report(Handle handle, Actor actor, String type, StaffChange change) {
    audit.record(
        handle,
        AuditEvents.of(actor, type, clock)
            .resource("staff.change", change.id().toString())
            .reason(change.overrideReason() == null ? change.kind().name() : "OVERRIDDEN")
            .concerns("employee:" + change.employeeNo())
            .build());
  }
}
