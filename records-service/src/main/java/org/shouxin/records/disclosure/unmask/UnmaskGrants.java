package org.shouxin.records.disclosure.unmask;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.DailyLimits;
import org.shouxin.records.access.LoggedRefusals;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.catalogue.Audience;
import org.shouxin.records.catalogue.Catalogue;
import org.shouxin.records.catalogue.FieldGrade;
import org.shouxin.records.catalogue.Unmask;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.PrivateValue;
import org.shouxin.records.disclosure.FieldAccess;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.FieldPlace;

/** Requests, approves and uses unmask grants; every step and every use leaves its event. */
@ApplicationScoped
class UnmaskGrants {
  private final Database database;
  private final FieldAccess access;
  private final Catalogue catalogue;
  private final DailyLimits limits;
  private final LoggedRefusals refusals;
  private final AuditOutbox outbox;
  private final Clock clock;

  UnmaskGrants(
      Database database,
      FieldAccess access,
      Catalogue catalogue,
      DailyLimits limits,
      LoggedRefusals refusals,
      AuditOutbox outbox,
      Clock clock) {
    this.refusals = refusals;
    this.database = database;
    this.access = access;
    this.catalogue = catalogue;
    this.limits = limits;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Asks to see a field. Where no approval is needed the value comes at once; asked again while a
   * grant of the same kind is open, the value comes by that grant.
   *
   * @throws ProblemException {@code CUSTOMER_NOT_FOUND} for the unknown and the refused alike;
   *     {@code FIELD_NOT_PERMITTED} where DR-13 lets the position open no such field; {@code
   *     DAILY_LIMIT}, {@code HOURLY_LIMIT}
   */
  UnmaskView request(Actor actor, String purpose, UnmaskRequest request) {
    if (request.reasonIsTooShort()) {
      throw new ProblemException(ProblemCode.REASON_TOO_SHORT);
    }
    FieldGrade grade = unmaskable(actor, request.field());
    FieldAccess.Decided decided =
        permitted(
            new FieldAccess.Wanted(
                actor, purpose, CustomerId.parse(request.customerId()), request.field()));
    Instant now = clock.instant();
    boolean needsApproval = !decided.approved() && needsSecondPerson(actor, decided, grade);
    UnmaskGrant fresh = fresh(decided, now, needsApproval);
    Optional<UnmaskGrant> earlier =
        database
            .read(
                actor.controller(), handle -> GrantTable.newest(handle, actor.controller(), fresh))
            .filter(grant -> grant.state(now) != UnmaskGrant.State.EXPIRED);
    UnmaskGrant grant = earlier.orElse(fresh);
    if (earlier.isEmpty()) {
      store(decided, fresh, request.reason(), needsApproval);
    }
    return grant.state(now) == UnmaskGrant.State.GRANTED
        ? UnmaskView.of(grant, now, value(decided, grant))
        : UnmaskView.of(grant, now, null);
  }

  /**
   * Shows the value by one's own grant, decided and recorded anew.
   *
   * @throws ProblemException {@code APPROVAL_REQUIRED} while it waits, {@code GRANT_EXPIRED} after
   */
  UnmaskView use(Actor actor, UUID id) {
    UnmaskGrant grant =
        find(actor, id)
            .filter(found -> found.requestedBy().equals(actor.id()))
            .orElseThrow(() -> new ProblemException(ProblemCode.GRANT_NOT_FOUND));
    Instant now = clock.instant();
    switch (grant.state(now)) {
      case REQUESTED -> throw refused(actor, ProblemCode.APPROVAL_REQUIRED, id);
      case EXPIRED -> throw refused(actor, ProblemCode.GRANT_EXPIRED, id);
      case GRANTED -> {
        FieldAccess.Decided decided =
            permitted(
                new FieldAccess.Wanted(actor, grant.purpose(), grant.customer(), grant.field()));
        return UnmaskView.of(grant, now, value(decided, grant));
      }
    }
    throw new IllegalStateException("every state is answered above");
  }

  /**
   * Opens somebody else's waiting request for 15 minutes from now.
   *
   * @throws ProblemException {@code GRANT_NOT_FOUND} for a supervisor of another branch; {@code
   *     SELF_APPROVAL}; {@code GRANT_STATE_CONFLICT} when nothing waits
   */
  UnmaskView approve(Actor approver, UUID id) {
    UnmaskGrant grant =
        find(approver, id)
            .filter(found -> found.requestedBy().equals(approver.id()) || decides(approver, found))
            .orElseThrow(() -> new ProblemException(ProblemCode.GRANT_NOT_FOUND));
    if (grant.requestedBy().equals(approver.id())) {
      throw refused(approver, ProblemCode.SELF_APPROVAL, id);
    }
    Instant now = clock.instant();
    if (grant.state(now) != UnmaskGrant.State.REQUESTED) {
      throw refused(approver, ProblemCode.GRANT_STATE_CONFLICT, id);
    }
    return database.write(
        approver.controller(),
        handle -> {
          if (!GrantTable.approve(handle, approver.controller(), id, approver.id(), now)) {
            throw new ProblemException(ProblemCode.GRANT_STATE_CONFLICT);
          }
          outbox.record(
              handle,
              AuditEvents.of(approver, "unmask.granted", clock)
                  .subject(grant.customer())
                  .purpose(grant.purpose())
                  .resource("unmask-grant", id.toString(), List.of(grant.field()))
                  .build());
          UnmaskGrant open = GrantTable.find(handle, approver.controller(), id).orElseThrow();
          return UnmaskView.of(open, now, null);
        });
  }

  /** A supervisor decides for the branch, compliance for the whole controller (DR-13). */
  static boolean decides(Actor approver, UnmaskGrant grant) {
    Viewer viewer = Viewer.of(approver);
    return viewer.wholeController()
        || viewer.branch() != null && viewer.branch().equals(grant.requesterBranch());
  }

  private FieldGrade unmaskable(Actor actor, String field) {
    FieldGrade grade = catalogue.grades(actor.controller()).get(field);
    if (grade == null || (Fact.find(field).isEmpty() && PrivateValue.find(field).isEmpty())) {
      throw new ProblemException(ProblemCode.FIELD_UNKNOWN);
    }
    if (grade.unmaskBy(Audience.of(actor)) == Unmask.NO) {
      throw new ProblemException(ProblemCode.FIELD_NOT_PERMITTED);
    }
    return grade;
  }

  private static boolean needsSecondPerson(
      Actor actor, FieldAccess.Decided decided, FieldGrade grade) {
    return decided.minor()
        || grade.needsSecondApprover()
        || grade.unmaskBy(Audience.of(actor)) == Unmask.APPROVED;
  }

  /**
   * Decided, and the person counted as opened today like in any other read (R-RC-15); what another
   * person approved does not count.
   */
  private FieldAccess.Decided permitted(FieldAccess.Wanted wanted) {
    FieldAccess.Decided decided = access.decide(wanted);
    if (!decided.approved()) {
      limits.open(wanted.actor(), List.of(wanted.customer()));
    }
    if (!decided.permitted()) {
      outbox.recordDurably(List.of(decided.event("access.denied", clock).build()));
      throw decided.refusal();
    }
    return decided;
  }

  private static UnmaskGrant fresh(
      FieldAccess.Decided decided, Instant now, boolean needsApproval) {
    FieldAccess.Wanted wanted = decided.wanted();
    return new UnmaskGrant(
        Ids.next(),
        wanted.customer(),
        wanted.field(),
        wanted.purpose(),
        wanted.actor().id(),
        wanted.actor().branch(),
        now,
        needsApproval ? null : now.plus(UnmaskGrant.OPEN_FOR));
  }

  private void store(
      FieldAccess.Decided decided, UnmaskGrant grant, String reason, boolean needsApproval) {
    Actor actor = decided.wanted().actor();
    DataKey key = decided.key();
    if (key == null) {
      throw new IllegalStateException("a permitted field has a key");
    }
    byte[] sealed =
        key.seal(
            new FieldPlace(
                actor.controller(), grant.customer(), "unmask_grant", "reason", grant.id()),
            reason.strip());
    database.write(
        actor.controller(),
        handle -> {
          GrantTable.insert(handle, actor.controller(), grant, sealed, needsApproval);
          outbox.record(handle, decided.event("unmask.requested", clock).build());
          if (!needsApproval) {
            outbox.record(handle, decided.event("unmask.granted", clock).build());
          }
          return grant;
        });
  }

  /** One use: opened, recorded, and only then answered. */
  private @Nullable String value(FieldAccess.Decided decided, UnmaskGrant grant) {
    String value = access.open(decided).orElse(null);
    outbox.recordDurably(List.of(decided.event("record.read", clock).reason("UNMASKED").build()));
    return value;
  }

  private ProblemException refused(Actor actor, ProblemCode code, UUID id) {
    return refusals.of(actor, code, "unmask-grant", id);
  }

  private Optional<UnmaskGrant> find(Actor actor, UUID id) {
    return database.read(
        actor.controller(), handle -> GrantTable.find(handle, actor.controller(), id));
  }
}
