package org.shouxin.records.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.correction.code.OneTimeCodes;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.vault.FieldPlace;

/** Takes proposals, applies them by their {@link Route}, keeps what was said before. */
@ApplicationScoped
class Corrections {
  private final Database database;
  private final PersonalFiles files;
  private final ProposedValue values;
  private final OneTimeCodes codes;
  private final Deciding deciding;
  private final AuditOutbox outbox;
  private final Clock clock;

  Corrections(
      Database database,
      PersonalFiles files,
      ProposedValue values,
      OneTimeCodes codes,
      Deciding deciding,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.values = values;
    this.codes = codes;
    this.deciding = deciding;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Sends a code to the new number of the customer who asks; returns when it ends.
   *
   * @throws ProblemException {@code VALUE_INVALID}, {@code RATE_LIMITED}
   */
  Instant sendCode(Actor customer, String mobile) {
    PersonalFile file = files.get(customer, customer.requireCustomer());
    return codes.send(customer, file.id(), values.require(Fact.MOBILE, mobile, file));
  }

  /**
   * Proposes a value; applied at once where the route is direct or the new number was proved.
   *
   * @throws ProblemException {@code CUSTOMER_NOT_FOUND} for anyone who is neither oneself nor one's
   *     own customer; {@code VALUE_INVALID} with the DR codes; {@code FOUR_EYES}; {@code
   *     CODE_WRONG}, {@code CODE_EXPIRED}
   */
  Correction propose(Actor actor, CorrectionRequest request) {
    Fact fact =
        Fact.find(request.field())
            .orElseThrow(() -> new ProblemException(ProblemCode.FIELD_UNKNOWN));
    PersonalFile file = files.get(actor, CustomerId.parse(request.customerId()));
    Route route = Route.of(actor, fact, request.hasEvidence(), request.hasCode());
    String value = values.require(fact, request.value(), file);
    Optional<UUID> code =
        route == Route.PROVED_BY_CODE
            ? Optional.of(codes.check(actor, file.id(), value, request.codeSaid()))
            : Optional.empty();
    UUID id = Ids.next();
    FieldPlace place = new FieldPlace(actor.controller(), file.id(), "correction", "", id);
    Correction proposed =
        new Correction(
            id,
            file.id(),
            fact,
            file.key().seal(place.column("value"), value),
            actor.id(),
            Correction.State.PROPOSED);
    byte[] evidence =
        Optional.ofNullable(request.evidence())
            .map(text -> file.key().seal(place.column("evidence"), text))
            .orElse(null);
    return database.write(
        actor.controller(),
        handle -> {
          code.ifPresent(checked -> codes.use(handle, actor, file.id(), checked));
          CorrectionTable.insert(handle, actor, proposed, evidence, clock.instant());
          outbox.record(handle, deciding.event(actor, "correction.requested", proposed).build());
          return route == Route.SECOND_PERSON
              ? proposed
              : deciding.apply(handle, actor, proposed, file);
        });
  }

  /**
   * A second person applies or rejects.
   *
   * @throws ProblemException {@code FOUR_EYES} for the proposer; {@code CORRECTION_STATE_CONFLICT}
   *     when it was decided already
   */
  Correction decide(Actor actor, UUID id, Correction.State outcome) {
    Correction waiting =
        database
            .read(
                actor.controller(), handle -> CorrectionTable.find(handle, actor.controller(), id))
            .orElseThrow(() -> new ProblemException(ProblemCode.CORRECTION_NOT_FOUND));
    if (waiting.proposedBy().equals(actor.id())) {
      throw new ProblemException(ProblemCode.FOUR_EYES);
    }
    PersonalFile file = files.get(actor, waiting.customer());
    return database.write(
        actor.controller(),
        handle ->
            outcome == Correction.State.APPLIED
                ? deciding.apply(handle, actor, waiting, file)
                : deciding.reject(handle, actor, waiting));
  }
}
