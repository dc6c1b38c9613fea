package org.shouxin.records.access.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.LoggedRefusals;

/** What the read path asks of requests for access: is one open, and one more use of it. */
@ApplicationScoped
public class OpenAccess {
  private final Database database;
  private final AccessRequests requests;
  private final LoggedRefusals refusals;
  private final AuditOutbox outbox;
  private final Clock clock;

  /**
   * How far open access reaches: it stands for being assigned, and for a second person only where
   * one approved it. Break-glass has none (R-AC-02).
   *
   * @param open there is one, approved or break-glass
   * @param approved another person approved it
   */
  public record Cover(boolean open, boolean approved) {
    static final Cover NONE = new Cover(false, false);
  }

  OpenAccess(
      Database database,
      AccessRequests requests,
      LoggedRefusals refusals,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.requests = requests;
    this.refusals = refusals;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Counts one use of the caller's own open access.
   *
   * @throws ProblemException {@code GRANT_NOT_FOUND} for the unknown and other people's alike;
   *     {@code APPROVAL_REQUIRED} while it waits or when it was rejected; {@code GRANT_EXPIRED}
   */
  public AccessRequest use(Actor actor, UUID id) {
    AccessRequest request =
        database
            .read(actor.controller(), handle -> RequestRows.find(handle, id))
            .filter(found -> found.requestedBy().equals(actor.id()))
            .orElseThrow(() -> new ProblemException(ProblemCode.GRANT_NOT_FOUND));
    return switch (request.state(clock.instant())) {
      case RequestState.Requested _, RequestState.Rejected _ ->
          throw refused(actor, ProblemCode.APPROVAL_REQUIRED, id);
      case RequestState.Expired _ -> throw refused(actor, ProblemCode.GRANT_EXPIRED, id);
      case RequestState.Granted _ ->
          database.write(
              actor.controller(),
              handle -> {
                RequestRows.countUse(handle, id);
                outbox.record(handle, requests.event(actor, "access.used", request).build());
                return request;
              });
    };
  }

  /** The actor's open access to this field of this person for this purpose. */
  public Cover cover(Actor actor, String purpose, CustomerId person, String field) {
    return actor.kind() != ActorKind.EMPLOYEE
        ? Cover.NONE
        : database.read(
            actor.controller(),
            handle ->
                RequestRows.cover(
                    handle, actor.id(), person.value(), field, purpose, clock.instant()));
  }

  private ProblemException refused(Actor actor, ProblemCode code, UUID id) {
    return refusals.of(actor, code, AccessRequests.RESOURCE, id);
  }
}
