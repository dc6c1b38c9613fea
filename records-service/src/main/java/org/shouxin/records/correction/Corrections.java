package org.shouxin.records.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.Provenance;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.customer.StatementOfOneFact;
import org.shouxin.records.customer.entry.FactRules;
import org.shouxin.records.quality.Gender;
import org.shouxin.records.quality.IdType;
import org.shouxin.records.quality.Severity;
import org.shouxin.records.quality.Verdict;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.FieldPlace;
import org.shouxin.records.vault.Vault;

/** Takes proposals, applies them by their {@link Route}, keeps what was said before. */
@ApplicationScoped
class Corrections {
  private final Database database;
  private final CustomerFiles files;
  private final StatementOfOneFact statements;
  private final Vault vault;
  private final AuditOutbox outbox;
  private final Clock clock;

  Corrections(
      Database database,
      CustomerFiles files,
      StatementOfOneFact statements,
      Vault vault,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.statements = statements;
    this.vault = vault;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A person and her key, as far as the actor has to do with her. */
  private record File(SealedCustomer customer, DataKey key) {}

  /**
   * Proposes a value; applied at once where the route is direct.
   *
   * @throws ProblemException {@code CUSTOMER_NOT_FOUND} for anyone who is neither oneself nor one's
   *     own customer; {@code VALUE_INVALID} with the DR codes; {@code FOUR_EYES}
   */
  Correction propose(Actor actor, CorrectionRequest request) {
    Fact fact =
        Fact.find(request.field())
            .orElseThrow(() -> new ProblemException(ProblemCode.FIELD_UNKNOWN));
    File file = file(actor, CustomerId.parse(request.customerId()));
    Route route = Route.of(actor, fact, request.hasEvidence());
    String value = valid(fact, request.value(), file);
    UUID id = Ids.next();
    FieldPlace place = place(actor, file.customer().id(), id);
    Correction proposed =
        new Correction(
            id,
            file.customer().id(),
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
          CorrectionTable.insert(handle, actor, proposed, evidence, clock.instant());
          outbox.record(handle, event(actor, "correction.requested", proposed).build());
          return route == Route.DIRECT ? apply(handle, actor, proposed, file) : proposed;
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
    File file = file(actor, waiting.customer());
    return database.write(
        actor.controller(),
        handle ->
            outcome == Correction.State.APPLIED
                ? apply(handle, actor, waiting, file)
                : reject(handle, actor, waiting));
  }

  private Correction apply(Handle handle, Actor decider, Correction correction, File file) {
    close(handle, decider, correction, Correction.State.APPLIED);
    FieldPlace place = place(decider, correction.customer(), correction.id());
    String value = file.key().open(place.column("value"), correction.sealedValue());
    Optional<String> before = file.customer().open(correction.fact(), file.key());
    Provenance provenance =
        new Provenance(
            "correction:" + correction.id(),
            clock.instant(),
            decider.kind().label() + ":" + decider.id(),
            clock.instant());
    statements.add(
        handle,
        new StatementOfOneFact.Said(
            decider.controller(), correction.customer(), correction.fact(), value),
        said(file, Fact.ID_TYPE).orElse(IdType.RIC.name()),
        provenance,
        file.key());
    outbox.record(
        handle,
        event(decider, "correction.verified", correction).build(),
        event(decider, "record.updated", correction)
            .change(
                before
                    .map(old -> statements.hash(decider.controller(), correction.fact(), old))
                    .orElse(null),
                statements.hash(decider.controller(), correction.fact(), value))
            .build());
    return closed(correction, Correction.State.APPLIED);
  }

  private Correction reject(Handle handle, Actor decider, Correction correction) {
    close(handle, decider, correction, Correction.State.REJECTED);
    outbox.record(handle, event(decider, "correction.rejected", correction).build());
    return closed(correction, Correction.State.REJECTED);
  }

  private void close(
      Handle handle, Actor decider, Correction correction, Correction.State outcome) {
    if (!CorrectionTable.decide(handle, decider, correction.id(), outcome, clock.instant())) {
      throw new ProblemException(ProblemCode.CORRECTION_STATE_CONFLICT);
    }
  }

  private File file(Actor actor, CustomerId id) {
    Map<CustomerId, SealedCustomer> stored =
        database.read(
            actor.controller(),
            handle -> files.load(handle, actor.controller(), Viewer.of(actor), List.of(id), false));
    SealedCustomer customer = stored.get(id);
    DataKey key = vault.openKeys(actor.controller(), List.of(id)).get(id);
    if (customer == null || key == null || !(actor.is(id) || isHers(actor, customer))) {
      throw new ProblemException(ProblemCode.CUSTOMER_NOT_FOUND);
    }
    return new File(customer, key);
  }

  private static boolean isHers(Actor actor, SealedCustomer customer) {
    return actor.kind() == ActorKind.EMPLOYEE && customer.assigned();
  }

  private String valid(Fact fact, String raw, File file) {
    LocalDate today = BusinessTime.today(clock);
    FactRules.Beside beside =
        new FactRules.Beside(
            said(file, Fact.ID_TYPE).map(IdType::valueOf).orElse(null),
            said(file, Fact.GENDER).flatMap(Gender::find).orElse(null),
            said(file, Fact.BIRTH_DATE).map(LocalDate::parse).orElse(null));
    Verdict verdict = FactRules.check(fact, raw, beside, today);
    if (!verdict.accepted()) {
      throw new ProblemException(
          ProblemCode.VALUE_INVALID,
          null,
          verdict.defects().stream()
              .filter(code -> code.severity() == Severity.E)
              .map(code -> new Problem.Fault("value", code.name(), code.remedy()))
              .toList());
    }
    return verdict.value();
  }

  private static Optional<String> said(File file, Fact fact) {
    return file.customer().open(fact, file.key());
  }

  private AuditEvents event(Actor actor, String type, Correction correction) {
    return AuditEvents.of(actor, type, clock)
        .subject(correction.customer())
        .resource("correction", correction.id().toString(), List.of(correction.fact().wire()));
  }

  private static Correction closed(Correction correction, Correction.State outcome) {
    return new Correction(
        correction.id(),
        correction.customer(),
        correction.fact(),
        correction.sealedValue(),
        correction.proposedBy(),
        outcome);
  }

  private static FieldPlace place(Actor actor, CustomerId customer, UUID correction) {
    return new FieldPlace(actor.controller(), customer, "correction", "", correction);
  }
}
