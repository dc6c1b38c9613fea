package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.Conflict;
import org.shouxin.records.customer.ConflictChoices;
import org.shouxin.records.customer.ConflictListener;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.Provenance;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.customer.SealedCustomer.StatedValue;
import org.shouxin.records.customer.StatementCount;
import org.shouxin.records.customer.StatementOfOneFact;

/**
 * What sources say differently is shown side by side until staff choose (R-RC-01). What identifies
 * a person is settled when two people choose the same statement, one of them supervising; the rest
 * by one. The chosen value becomes a verified statement; nothing is overwritten.
 */
@ApplicationScoped
class Conflicts {
  private final Database database;
  private final CustomerFiles files;
  private final ConflictReads reads;
  private final StatementOfOneFact statements;
  private final Instance<ConflictListener> listeners;
  private final AuditOutbox outbox;
  private final Clock clock;

  Conflicts(
      Database database,
      CustomerFiles files,
      ConflictReads reads,
      StatementOfOneFact statements,
      @Any Instance<ConflictListener> listeners,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.reads = reads;
    this.statements = statements;
    this.listeners = listeners;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The open conflicts in fields that the purpose permits.
   *
   * @throws ProblemException {@code CUSTOMER_NOT_FOUND} for the unknown and the refused alike
   */
  ConflictsView list(Actor actor, String purpose, CustomerId id) {
    return new ConflictsView(open(actor, purpose, id).view(reads.eye(actor)));
  }

  /**
   * Chooses the statement that shall hold.
   *
   * @throws ProblemException {@code CONFLICT} when this field or statement is in no open conflict,
   *     or something else was said of the person in the same moment
   */
  ConflictsView.Resolution choose(
      Actor actor, String purpose, CustomerId id, String field, UUID statement) {
    OpenConflicts opened = open(actor, purpose, id);
    Conflict conflict =
        opened.list().stream()
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
              if (!StatementCount.isAsLoaded(handle, opened.customer())) {
                throw new ProblemException(ProblemCode.CONFLICT);
              }
              var choice =
                  new ConflictChoices.Choice(actor.controller(), id, statement, conflict.fact());
              ConflictChoices.add(
                  handle,
                  choice,
                  new ConflictChoices.Chooser(actor.id(), supervising),
                  clock.instant());
              List<ConflictChoices.Chooser> choosers = ConflictChoices.list(handle, choice);
              boolean enough = !conflict.fact().isIdentifying() || areEnough(choosers);
              if (enough) {
                settle(handle, actor, opened, conflict, chosen, choosers.getFirst().chosenBy());
              }
              record(handle, actor, purpose, opened.customer(), conflict, chosen, enough);
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
      OpenConflicts opened,
      Conflict conflict,
      StatedValue chosen,
      String chosenFirstBy) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    statements.add(
        handle,
        opened.customer(),
        conflict.fact(),
        chosen.value(),
        new Provenance("conflict:" + id, now, "staff:" + actor.id(), now),
        opened.key());
    ConflictListener.Settled settled =
        new ConflictListener.Settled(
            id,
            opened.customer(),
            opened.key(),
            conflict.fact(),
            chosen.value(),
            conflict.values().getFirst().value(),
            chosenFirstBy);
    listeners.forEach(listener -> listener.settled(handle, actor, settled));
  }

  private void record(
      Handle handle,
      Actor actor,
      String purpose,
      SealedCustomer customer,
      Conflict conflict,
      StatedValue chosen,
      boolean enough) {
    Fact fact = conflict.fact();
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

  private OpenConflicts open(Actor actor, String purpose, CustomerId id) {
    Map<CustomerId, SealedCustomer> stored =
        database.read(
            actor.controller(),
            handle -> files.load(handle, actor.controller(), Viewer.of(actor), List.of(id), true));
    ConflictReads.Opened opened =
        reads.open(new ConflictReads.Asking(actor, purpose, "id"), List.of(id), stored);
    OpenConflicts person = opened.people().get(id);
    if (person == null) {
      throw Restricted.refusal(actor, stored.get(id), opened.decision().people().getFirst());
    }
    return person;
  }
}
