package org.shouxin.records.access.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.LoggedRefusals;

/** Another person's part: approving, rejecting, reviewing break-glass. Never one's own. */
@ApplicationScoped
class RequestDecisions {
  private final Database database;
  private final AccessRequests requests;
  private final SealedReasons reasons;
  private final LockedUntilReviewed locked;
  private final LoggedRefusals refusals;
  private final AuditOutbox outbox;
  private final Clock clock;

  RequestDecisions(
      Database database,
      AccessRequests requests,
      SealedReasons reasons,
      LockedUntilReviewed locked,
      LoggedRefusals refusals,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.requests = requests;
    this.reasons = reasons;
    this.locked = locked;
    this.refusals = refusals;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A request with its sealed words. */
  private record Waiting(AccessRequest request, List<SealedReasons.Copy> copies) {}

  /** What waits for this actor, oldest first, with the requesters' words. */
  List<RequestView> queue(Actor actor) {
    Instant now = clock.instant();
    List<Waiting> waiting =
        database.read(
            actor.controller(),
            handle ->
                RequestRows.listOpen(handle, AccessRequests.branchOf(actor), now).stream()
                    .filter(request -> !request.requestedBy().equals(actor.id()))
                    .map(request -> new Waiting(request, reasons.list(handle, request.id())))
                    .toList());
    return waiting.stream()
        .map(found ->
            RequestView.of(
                found.request(),
                now,
                reasons
                    .open(actor.controller(), found.request().id(), found.copies())
                    .orElse(null)))
        .toList();
  }

  /**
   * Opens a waiting request, from now on for as long as was asked.
   *
   * @throws ProblemException {@code SELF_APPROVAL}; {@code GRANT_STATE_CONFLICT} when it does not
   *     wait any more, to the second of two who decide at once too
   */
  RequestView approve(Actor actor, UUID id) {
    AccessRequest request = somebodyElses(actor, id);
    Instant until = clock.instant().plus(Duration.ofMinutes(request.openMinutes()));
    return decide(actor, id, "access.approved", Optional.of(until));
  }

  /** Rejects a waiting request; refusals as of {@link #approve}. */
  RequestView reject(Actor actor, UUID id) {
    somebodyElses(actor, id);
    return decide(actor, id, "access.rejected", Optional.empty());
  }

  private RequestView decide(Actor actor, UUID id, String type, Optional<Instant> until) {
    Instant now = clock.instant();
    return database
        .write(
            actor.controller(),
            handle -> {
              Optional<AccessRequest> decided =
                  RequestRows.decide(handle, id, actor.id(), now, until.orElse(null));
              decided.ifPresent(
                  request -> outbox.record(handle, requests.event(actor, type, request).build()));
              return decided;
            })
        .map(request -> RequestView.of(request, now, null))
        .orElseThrow(() -> refused(actor, ProblemCode.GRANT_STATE_CONFLICT, id));
  }

  /** Reviews a break-glass; whoever was locked out for want of it is let in again. */
  RequestView review(Actor actor, UUID id, boolean justified) {
    somebodyElses(actor, id);
    Instant now = clock.instant();
    String outcome = justified ? "JUSTIFIED" : "UNJUSTIFIED";
    AccessRequest reviewed =
        database
            .write(
                actor.controller(),
                handle -> {
                  Optional<AccessRequest> done =
                      RequestRows.review(handle, id, actor.id(), now, outcome);
                  done.ifPresent(request ->
                      outbox.record(
                          handle,
                          requests
                              .event(actor, "access.break_glass.reviewed", request)
                              .reason(outcome)
                              .build()));
                  return done;
                })
            .orElseThrow(() -> refused(actor, ProblemCode.GRANT_STATE_CONFLICT, id));
    locked.changed(actor.controller());
    return RequestView.of(reviewed, now, null);
  }

  private AccessRequest somebodyElses(Actor actor, UUID id) {
    String branch = AccessRequests.branchOf(actor);
    AccessRequest request =
        database
            .read(actor.controller(), handle -> RequestRows.find(handle, id))
            .filter(found ->
                found.requestedBy().equals(actor.id())
                    || branch == null
                    || branch.equals(found.requesterBranch()))
            .orElseThrow(() -> new ProblemException(ProblemCode.GRANT_NOT_FOUND));
    if (request.requestedBy().equals(actor.id())) {
      throw refused(actor, ProblemCode.SELF_APPROVAL, id);
    }
    return request;
  }

  private ProblemException refused(Actor actor, ProblemCode code, UUID id) {
    return refusals.of(actor, code, AccessRequests.RESOURCE, id);
  }
}
