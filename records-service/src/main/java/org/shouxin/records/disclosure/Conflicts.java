package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.access.DailyLimits;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.catalogue.Audience;
import org.shouxin.records.catalogue.Catalogue;
import org.shouxin.records.customer.Conflict;
import org.shouxin.records.customer.ConflictChoices;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.Provenance;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.customer.SealedCustomer.StatedValue;
import org.shouxin.records.customer.StatementOfOneFact;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * What sources say differently is shown side by side until staff choose (R-RC-01). What identifies
 * a person is settled when two people choose the same statement, one of them supervising; the rest
 * by one. The chosen value becomes a verified statement; nothing is overwritten.
 */
@ApplicationScoped
class Conflicts {
  private static final AuditEvent.LookupRef BY_ID =
      new AuditEvent.LookupRef("id", null, null, null, null);

  private final Database database;
  private final CustomerFiles files;
  private final Vault vault;
  private final Disclosure disclosure;
  private final ConsentClient consent;
  private final DisclosureEvents events;
  private final StatementOfOneFact statements;
  private final Catalogue catalogue;
  private final DailyLimits limits;
  private final AuditOutbox outbox;
  private final Clock clock;

  Conflicts(
      Database database,
      CustomerFiles files,
      Vault vault,
      Disclosure disclosure,
      ConsentClient consent,
      DisclosureEvents events,
      StatementOfOneFact statements,
      Catalogue catalogue,
      DailyLimits limits,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.vault = vault;
    this.disclosure = disclosure;
    this.consent = consent;
    this.events = events;
    this.statements = statements;
    this.catalogue = catalogue;
    this.limits = limits;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A customer whom the actor may see, opened. */
  private record Opened(SealedCustomer customer, DataKey key, Set<ServedField> permitted) {
    List<Conflict> conflicts() {
      return Conflict.of(customer, key).stream()
          .filter(conflict ->
              ServedField.find(conflict.fact().wire()).filter(permitted::contains).isPresent())
          .toList();
    }
  }

  /**
   * The open conflicts in fields that the purpose permits.
   *
   * @throws ProblemException {@code CUSTOMER_NOT_FOUND} for the unknown and the refused alike
   */
  ConflictsView list(Actor actor, String purpose, CustomerId id) {
    Opened opened = open(actor, purpose, id);
    Masking.Eye eye =
        new Masking.Eye(
            catalogue.grades(actor.controller()), Audience.of(actor), BusinessTime.today(clock));
    return new ConflictsView(
        opened.conflicts().stream().map(conflict -> view(conflict, eye)).toList());
  }

  /**
   * Chooses the statement that shall hold.
   *
   * @throws ProblemException {@code CONFLICT} when this field or statement is in no open conflict
   */
  ConflictsView.Resolution choose(
      Actor actor, String purpose, CustomerId id, String field, UUID statement) {
    Opened opened = open(actor, purpose, id);
    Conflict conflict =
        opened.conflicts().stream()
            .filter(open -> open.fact().wire().equals(field))
            .findAny()
            .orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT));
    StatedValue chosen =
        conflict.find(statement).orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT));
    boolean supervising = actor.has(Role.SUPERVISOR) || actor.has(Role.COMPLIANCE_OFFICER);
    boolean resolved =
        database.write(
            actor.controller(),
            handle -> {
              var choice =
                  new ConflictChoices.Choice(actor.controller(), id, statement, conflict.fact());
              ConflictChoices.add(
                  handle,
                  choice,
                  new ConflictChoices.Chooser(actor.id(), supervising),
                  clock.instant());
              boolean enough =
                  !conflict.fact().isIdentifying()
                      || areEnough(ConflictChoices.list(handle, choice));
              settle(handle, actor, purpose, opened, conflict, chosen, enough);
              return enough;
            });
    return new ConflictsView.Resolution(field, resolved ? "RESOLVED" : "CHOSEN");
  }

  private static boolean areEnough(List<ConflictChoices.Chooser> choosers) {
    return choosers.size() > 1 && choosers.stream().anyMatch(ConflictChoices.Chooser::supervising);
  }

  private void settle(
      Handle handle,
      Actor actor,
      String purpose,
      Opened opened,
      Conflict conflict,
      StatedValue chosen,
      boolean enough) {
    SealedCustomer customer = opened.customer();
    Fact fact = conflict.fact();
    if (enough) {
      Instant now = clock.instant();
      statements.add(
          handle,
          new StatementOfOneFact.Said(customer.controller(), customer.id(), fact, chosen.value()),
          customer.open(Fact.ID_TYPE, opened.key()).orElse("RIC"),
          new Provenance("conflict:" + Ids.next(), now, "staff:" + actor.id(), now),
          opened.key());
    }
    outbox.record(
        handle,
        AuditEvents.of(actor, enough ? "conflict.resolved" : "conflict.chosen", clock)
            .subject(customer.id())
            .purpose(purpose)
            .resource("customer", customer.id().toString(), List.of(fact.wire()))
            .change(
                statements.hash(customer.controller(), fact, conflict.values().getFirst().value()),
                statements.hash(customer.controller(), fact, chosen.value()))
            .build());
  }

  /** Counted (R-RC-15), decided and recorded like any other read. */
  private Opened open(Actor actor, String purpose, CustomerId id) {
    limits.open(actor, List.of(id));
    SealedCustomer customer =
        database.read(
            actor.controller(),
            handle ->
                files
                    .load(handle, actor.controller(), Viewer.of(actor), List.of(id), false)
                    .get(id));
    DataKey key = vault.openKeys(actor.controller(), List.of(id)).get(id);
    Set<ServedField> all = EnumSet.allOf(ServedField.class);
    all.remove(ServedField.POLICIES);
    ConsentApi.Decision decision =
        consent.decide(
            purpose, List.of(disclosure.facts(id, customer, key)), ServedField.names(all));
    ConsentApi.Answer answer = decision.people().getFirst();
    Set<ServedField> permitted = EnumSet.noneOf(ServedField.class);
    List<String> named = answer.fields();
    if (answer.permitted() && named != null) {
      named.stream().map(ServedField::find).flatMap(Optional::stream).forEach(permitted::add);
      permitted.retainAll(all);
    }
    boolean disclosed = customer != null && key != null && answer.permitted();
    outbox.recordDurably(
        events.of(
            new Disclosure.Inquiry(actor, purpose, all, false, BY_ID, false),
            decision,
            List.of(
                new DisclosureEvents.Result(
                    id, answer, permitted, disclosed, customer != null && customer.assigned()))));
    if (customer == null || key == null || !answer.permitted()) {
      throw Restricted.refusal(actor, customer, answer);
    }
    return new Opened(customer, key, permitted);
  }

  private static ConflictsView.ConflictView view(Conflict conflict, Masking.Eye eye) {
    String field = conflict.fact().wire();
    return new ConflictsView.ConflictView(
        field,
        conflict.values().stream()
            .map(said ->
                new ConflictsView.SaidView(
                    said.statement().toString(),
                    eye.see(field, said.value()),
                    said.source(),
                    said.recordedAt(),
                    said.verifiedAt()))
            .toList());
  }
}
