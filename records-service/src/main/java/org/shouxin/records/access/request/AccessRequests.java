package org.shouxin.records.access.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.catalogue.Catalogue;
import org.shouxin.records.duty.DutyPeriods;
import org.shouxin.records.vault.DataKey;

/** Asks for access, and opens it at once by break-glass; both leave their event (R-AC-02). */
@ApplicationScoped
class AccessRequests {
  static final String RESOURCE = "access-request";

  /** The list of a customer's policies; the catalogue grades its parts. */
  private static final String POLICIES = "policies";

  private final Database database;
  private final SealedReasons reasons;
  private final Catalogue catalogue;
  private final DutyPeriods periods;
  private final AuditOutbox outbox;
  private final Clock clock;

  AccessRequests(
      Database database,
      SealedReasons reasons,
      Catalogue catalogue,
      DutyPeriods periods,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.reasons = reasons;
    this.catalogue = catalogue;
    this.periods = periods;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Stores a request. Nobody is told whether the people exist.
   *
   * @throws ProblemException {@code REASON_TOO_SHORT}; {@code FIELD_UNKNOWN}; {@code
   *     REQUEST_INVALID} when it shall be open for longer than its kind may
   */
  RequestView ask(Actor actor, RequestKind kind, RequestBody body) {
    if (body.reasonIsTooShort()) {
      throw new ProblemException(ProblemCode.REASON_TOO_SHORT);
    }
    if (Duration.ofMinutes(body.minutes()).compareTo(kind.longest()) > 0) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID);
    }
    requireFields(actor, body.fields());
    List<CustomerId> people =
        body.customerIds().stream().map(CustomerId::parse).distinct().toList();
    Map<CustomerId, DataKey> keys = reasons.keys(actor.controller(), people);
    return database.write(
        actor.controller(),
        handle -> {
          Instant now = clock.instant();
          boolean atOnce = kind == RequestKind.BREAK_GLASS;
          String duty = atOnce ? "K-23" : "K-22";
          Instant due = periods.get(handle, duty, BusinessTime.today(clock)).dueAfter(now);
          AccessRequest request = request(actor, kind, body, people, now, due);
          RequestRows.insert(handle, actor.controller(), request);
          reasons.seal(handle, actor.controller(), request.id(), keys, body.reason().strip());
          outbox.record(
              handle,
              event(actor, atOnce ? "access.break_glass.opened" : "access.requested", request)
                  .build());
          return RequestView.of(request, now, null);
        });
  }

  private static AccessRequest request(
      Actor actor,
      RequestKind kind,
      RequestBody body,
      List<CustomerId> people,
      Instant now,
      Instant due) {
    boolean atOnce = kind == RequestKind.BREAK_GLASS;
    return new AccessRequest(
        Ids.next(),
        kind.name(),
        actor.id(),
        actor.branch(),
        body.purpose(),
        List.copyOf(body.fields()),
        people.stream().map(CustomerId::value).toList(),
        body.minutes(),
        now,
        due,
        null,
        atOnce ? now.plus(Duration.ofMinutes(body.minutes())) : null,
        0,
        atOnce ? due : null,
        null);
  }

  private void requireFields(Actor actor, List<String> fields) {
    var grades = catalogue.grades(actor.controller());
    if (!fields.stream().allMatch(field -> field.equals(POLICIES) || grades.containsKey(field))) {
      throw new ProblemException(ProblemCode.FIELD_UNKNOWN);
    }
  }

  /** The caller's own, newest first. */
  List<RequestView> listOwn(Actor actor) {
    Instant now = clock.instant();
    return database
        .read(actor.controller(), handle -> RequestRows.listOf(handle, actor.id()))
        .stream()
        .map(request -> RequestView.of(request, now, null))
        .toList();
  }

  /** An event about a request: whose, how many people, which fields; never the words. */
  AuditEvents event(Actor actor, String type, AccessRequest request) {
    return about(AuditEvents.of(actor, type, clock), request);
  }

  static AuditEvents about(AuditEvents event, AccessRequest request) {
    List<UUID> people = request.people();
    return event
        .subject(people.size() == 1 ? request.customers().getFirst() : null)
        .purpose(request.purpose())
        .resource(RESOURCE, request.id().toString(), request.fields())
        .count(people.size())
        .concerns("employee:" + request.requestedBy());
  }

  /** A branch whose requests the actor decides; null for all of the controller. */
  static @Nullable String branchOf(Actor actor) {
    return actor.has(org.shouxin.platform.identity.Role.COMPLIANCE_OFFICER) ? null : actor.branch();
  }
}
