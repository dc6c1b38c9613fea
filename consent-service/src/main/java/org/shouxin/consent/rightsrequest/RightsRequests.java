package org.shouxin.consent.rightsrequest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.guardianship.Guardians;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Rights requests from receipt to answer, each step with its audit event in one transaction
 * (R-CP-02).
 */
@ApplicationScoped
class RightsRequests {
  private final Database database;
  private final RequestRows rows;
  private final ErasureRows erasures;
  private final ErasureConfirmation confirmation;
  private final RequestJournal journal;
  private final Guardians guardians;
  private final Clock clock;

  RightsRequests(
      Database database,
      RequestRows rows,
      ErasureRows erasures,
      ErasureConfirmation confirmation,
      RequestJournal journal,
      Guardians guardians,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.erasures = erasures;
    this.confirmation = confirmation;
    this.journal = journal;
    this.guardians = guardians;
    this.clock = clock;
  }

  /** What is asked for about a person. */
  record Filing(CustomerId customer, RightsRequestType type, @Nullable UUID textId) {}

  /**
   * Receives a request of the customer herself, or of the proven guardian of a child under 14 (PIPL
   * 31): signed in means verified; the clock starts. A copy with the same idempotency key finds the
   * first.
   *
   * @throws ProblemException {@code IDEMPOTENCY_CONFLICT} when the key was another request's;
   *     {@code FORBIDDEN} for anybody else, also once the child is 14
   */
  RightsRequest file(Actor actor, Filing filing, @Nullable String key) {
    return database.write(
        actor.controller(),
        handle -> {
          if (!actor.is(filing.customer())
              && !guardians.isWard(handle, actor, filing.customer(), BusinessTime.today(clock))) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
          }
          RequestRows.Received earlier = journal.findEarlier(handle, actor, filing, key);
          if (earlier != null) {
            return journal.view(handle, actor, earlier);
          }
          RequestRows.Received received = journal.receive(handle, actor, filing, key);
          journal.verify(handle, actor, received, new IdentityCheck(IdentityProof.SIGNED_IN, null));
          return journal.view(handle, actor, received);
        });
  }

  /**
   * Adds a step by an employee.
   *
   * @throws ProblemException {@code RIGHTS_REQUEST_NOT_FOUND}; {@code CONFLICT}, also for a text in
   *     answer to a deletion, which is answered by its confirmation alone; {@code
   *     IDENTITY_UNCHECKED}; {@code FOUR_EYES}
   */
  RightsRequest step(
      Actor actor,
      UUID id,
      RequestStep.Kind kind,
      @Nullable String reasonCode,
      @Nullable UUID textId) {
    return database.write(
        actor.controller(),
        handle -> {
          RequestRows.Received received = journal.find(handle, id);
          received.type().requireAnswerable(kind);
          return journal.take(
              handle, actor, received, journal.step(kind, actor, reasonCode, textId));
        });
  }

  /** Refuses what {@link #step} would refuse now, and changes nothing. */
  void check(Actor actor, UUID id, RequestStep.Kind kind, @Nullable String reasonCode) {
    database.read(
        actor.controller(),
        handle -> {
          RequestRows.Received received = journal.find(handle, id);
          received.type().requireAnswerable(kind);
          return journal.requirePossible(
              handle, actor, received, journal.step(kind, actor, reasonCode, null));
        });
  }

  /**
   * Confirms what becomes of each record, executes it and answers the request with it.
   *
   * @throws ProblemException {@code ERASURE_NOT_FOUND} while there is no answer; {@code
   *     ERASURE_OUTDATED} when a new one is being prepared; {@code CONFLICT} for a closed request;
   *     {@code IDENTITY_UNCHECKED}; {@code FOUR_EYES}
   */
  RightsRequest confirmErasure(Actor officer, UUID id) {
    RequestStep answered =
        journal.step(RequestStep.Kind.ANSWERED, officer, ErasureConfirmation.ANSWERED, null);
    RequestRows.Received received =
        database.read(
            officer.controller(), handle -> requireOpenDeletion(handle, officer, id, answered));
    List<ErasureAnswer> answers = confirmation.confirm(officer, received);
    return database.write(
        officer.controller(),
        handle -> {
          erasures.keep(handle, officer.controller(), id, answers, clock.instant());
          return journal.take(handle, officer, received, answered);
        });
  }

  private RequestRows.Received requireOpenDeletion(
      Handle handle, Actor officer, UUID id, RequestStep answered) {
    RequestRows.Received received = journal.find(handle, id);
    if (received.type() != RightsRequestType.DELETE) {
      throw new ProblemException(ProblemCode.ERASURE_NOT_FOUND);
    }
    journal.requirePossible(handle, officer, received, answered);
    return received;
  }

  /** One request for those who answer it. */
  RightsRequest get(Actor actor, UUID id) {
    return database.read(
        actor.controller(), handle -> journal.view(handle, actor, journal.find(handle, id)));
  }

  /**
   * One page, newest first: a customer's own and those about the children whose guardian she is, a
   * client manager's those that she recorded, all of the controller for its handlers.
   */
  List<RightsRequest> list(Actor actor, @Nullable UUID before, int limit) {
    return database.read(
        actor.controller(),
        handle ->
            rows.list(handle, readerOf(handle, actor), before, limit).stream()
                .map(received -> journal.view(handle, actor, received))
                .toList());
  }

  private RequestRows.Reader readerOf(Handle handle, Actor actor) {
    if (actor.kind() == ActorKind.CUSTOMER) {
      Set<CustomerId> people =
          new HashSet<>(guardians.wardsOf(handle, actor, BusinessTime.today(clock)));
      people.add(actor.requireCustomer());
      return new RequestRows.Reader(people, null);
    }
    return actor.has(Role.COMPLIANCE_OFFICER) || actor.has(Role.SUPERVISOR)
        ? new RequestRows.Reader(null, null)
        : new RequestRows.Reader(null, actor.id());
  }
}
