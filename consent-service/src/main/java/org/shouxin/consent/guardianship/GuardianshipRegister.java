package org.shouxin.consent.guardianship;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Takes reports of children, verifies guardians, ends their power; each with its audit event. */
@ApplicationScoped
class GuardianshipRegister {
  private final Database database;
  private final GuardianshipRows rows;
  private final AuditOutbox outbox;
  private final Clock clock;

  GuardianshipRegister(Database database, GuardianshipRows rows, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Guardians of a child whose power has not ended today. */
  List<UUID> listGuardiansInPower(ControllerId controller, CustomerId child) {
    LocalDate today = BusinessTime.today(clock);
    return database.read(controller, handle -> rows.listGuardiansInPower(handle, child, today));
  }

  /** A guardianship and whether this call made it. */
  record Verified(Guardianship guardianship, boolean created) {}

  /** Takes what records-service reports; saying it again changes nothing. */
  void report(ChildhoodReport report) {
    Map<ControllerId, List<ChildhoodReport.Child>> byController =
        report.children().stream()
            .collect(Collectors.groupingBy(child -> new ControllerId(child.controllerId())));
    LocalDate today = BusinessTime.today(clock);
    byController.forEach((controller, children) ->
        database.write(
            controller,
            handle -> {
              children.forEach(child -> report(handle, controller, child));
              rows.forgetPast(handle, today);
              return children.size();
            }));
  }

  private void report(Handle handle, ControllerId controller, ChildhoodReport.Child child) {
    CustomerId customer = CustomerId.parse(child.customerId());
    @Nullable LocalDate fourteenOn = child.fourteenOn();
    if (fourteenOn == null) {
      rows.takeBack(handle, customer);
    } else {
      rows.report(handle, controller, customer, fourteenOn, clock.instant());
    }
  }

  /**
   * Records a guardian whose relation the actor verified.
   *
   * @throws ProblemException CONFLICT when no child under 14 is known by this id; REQUEST_INVALID
   *     when the guardian is a child too, or the child herself
   */
  Verified verify(Actor verifier, GuardianshipClaim claim) {
    CustomerId child = CustomerId.parse(claim.childId());
    CustomerId guardian = CustomerId.parse(claim.guardianId());
    LocalDate today = BusinessTime.today(clock);
    return database.write(
        verifier.controller(),
        handle -> {
          LocalDate endsOn =
              rows.findFourteenOn(handle, child, today)
                  .orElseThrow(() ->
                      new ProblemException(
                          ProblemCode.CONFLICT, "No child under 14 is known by this id."));
          if (guardian.equals(child) || rows.findFourteenOn(handle, guardian, today).isPresent()) {
            throw new ProblemException(
                ProblemCode.REQUEST_INVALID, "A child is nobody's guardian.");
          }
          @Nullable Guardianship known =
              rows.findInPower(handle, guardian, child, today).orElse(null);
          if (known != null) {
            return new Verified(known, false);
          }
          Guardianship verified =
              new Guardianship(
                  Ids.next(),
                  child.value(),
                  guardian.value(),
                  claim.relation(),
                  claim.evidence(),
                  claim.evidenceSha256(),
                  verifier.id(),
                  clock.instant().truncatedTo(ChronoUnit.MICROS),
                  endsOn,
                  null);
          rows.insert(handle, verifier.controller(), verified);
          event(handle, verifier, "guardian.verified", verified);
          return new Verified(verified, true);
        });
  }

  /** Ends a power before its time, for example after a court's decision. What was decided stays. */
  Guardianship end(Actor officer, UUID id) {
    Instant now = clock.instant();
    return database.write(
        officer.controller(),
        handle -> {
          Guardianship before = get(handle, id);
          if (before.endedAt() == null) {
            rows.end(handle, id, officer, now);
            event(handle, officer, "guardian.ended", before);
          }
          return get(handle, id);
        });
  }

  List<Guardianship> listWards(Actor guardian) {
    LocalDate today = BusinessTime.today(clock);
    return database.read(
        guardian.controller(),
        handle -> rows.listInPower(handle, guardian.requireCustomer(), today));
  }

  List<Guardianship> listOfChild(Actor reader, CustomerId child) {
    return database.read(reader.controller(), handle -> rows.listOfChild(handle, child));
  }

  private void event(Handle handle, Actor actor, String type, Guardianship guardianship) {
    outbox.record(
        handle,
        AuditEvents.of(actor, type, clock)
            .subject(new CustomerId(guardianship.childId()))
            .resource("guardianship", guardianship.id().toString())
            .reason(guardianship.relation().name())
            .build());
  }

  private Guardianship get(Handle handle, UUID id) {
    return rows.find(handle, id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }
}
