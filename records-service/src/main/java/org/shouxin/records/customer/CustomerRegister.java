package org.shouxin.records.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.IndexKind;
import org.shouxin.records.vault.Vault;

/**
 * Admits people and their policies: recognises who is known, makes a data key for who is not, seals
 * every value, and leaves the audit events in the same transaction (R-RC-01).
 */
@ApplicationScoped
public class CustomerRegister {
  private final Vault vault;
  private final BlindIndexes indexes;
  private final PolicyAdmission policies;
  private final AuditOutbox outbox;
  private final Clock clock;

  CustomerRegister(
      Vault vault,
      BlindIndexes indexes,
      PolicyAdmission policies,
      AuditOutbox outbox,
      Clock clock) {
    this.vault = vault;
    this.indexes = indexes;
    this.policies = policies;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A single customer, admitted or recognised. */
  public record Admitted(CustomerId id, boolean created) {}

  /**
   * Admits a batch of validated policies (200 to 1,000 a batch is best). The same batch again adds
   * nothing. Someone whose data key was destroyed stays destroyed: her values are left out.
   */
  public Admission admit(
      Handle handle,
      ControllerId controller,
      Actor actor,
      Provenance provenance,
      List<PolicyFile> batch) {
    if (batch.isEmpty()) {
      return new Admission(0, 0, 0);
    }
    BlindIndex index = indexes.of(controller);
    PeopleOfBatch people = new PeopleOfBatch(index, batch);
    CustomerTable.lock(handle, controller);
    Identified identified =
        identify(
            handle,
            controller,
            provenance,
            people.recognition(),
            () -> new CustomerId(Ids.random()));
    Map<CustomerId, List<PersonFacts>> said = new LinkedHashMap<>();
    people
        .keys()
        .forEach(key ->
            said.computeIfAbsent(identified.id(key), unused -> new ArrayList<>())
                .addAll(people.said(key)));
    state(handle, controller, provenance, said, identified.keys());
    int newPolicies =
        policies.record(
            handle, new Admitting(controller, actor, provenance, index), people, identified);
    List<AuditEvent> events = new ArrayList<>(created(actor, identified.fresh()));
    if (newPolicies > 0) {
      events.add(
          AuditEvents.of(actor, "policy.recorded", clock)
              .resource("policy", null)
              .count(newPolicies)
              .build());
    }
    outbox.record(handle, events);
    return new Admission(identified.fresh().size(), identified.knownCount(), newPolicies);
  }

  /**
   * Whether somebody is known already, by the document or the birth date and mobile that recognise
   * her.
   */
  public boolean knows(Handle handle, ControllerId controller, PersonFacts person) {
    return !CustomerTable.recognise(handle, controller, List.of(recognition(controller, person)))
        .isEmpty();
  }

  /**
   * Admits one validated person outside an import.
   *
   * @param reference the id under which somebody new was told of the processing before her record
   *     was made; null draws one
   * @throws ProblemException {@code VALUE_INVALID} when she could not be recognised again: neither
   *     an identity document nor birth date and mobile; {@code CONFLICT} when the reference is
   *     somebody else's record
   */
  public Admitted admit(
      Handle handle,
      ControllerId controller,
      Actor actor,
      Provenance provenance,
      PersonFacts person,
      @Nullable CustomerId reference) {
    RecognitionKey recognition = recognition(controller, person);
    CustomerTable.lock(handle, controller);
    boolean known = !CustomerTable.recognise(handle, controller, List.of(recognition)).isEmpty();
    if (!known && reference != null && CustomerTable.exists(handle, controller, reference)) {
      throw new ProblemException(ProblemCode.CONFLICT, "The id is of somebody else's record.");
    }
    Identified identified =
        identify(
            handle,
            controller,
            provenance,
            List.of(recognition),
            () -> reference == null ? new CustomerId(Ids.random()) : reference);
    CustomerId id = identified.id(recognition.written());
    state(handle, controller, provenance, Map.of(id, List.of(person)), identified.keys());
    if (!identified.fresh().isEmpty()) {
      outbox.record(handle, created(actor, identified.fresh()));
    }
    return new Admitted(id, !identified.fresh().isEmpty());
  }

  private RecognitionKey recognition(ControllerId controller, PersonFacts person) {
    RecognitionKey key = Recognition.key(indexes.of(controller), person, null);
    if (key == null) {
      throw new ProblemException(
          ProblemCode.VALUE_INVALID, "an identity document, or birth date and mobile, is needed");
    }
    return key;
  }

  private Identified identify(
      Handle handle,
      ControllerId controller,
      Provenance provenance,
      Collection<RecognitionKey> recognition,
      Supplier<CustomerId> newId) {
    Map<ByteBuffer, CustomerId> stored = CustomerTable.recognise(handle, controller, recognition);
    Map<ByteBuffer, CustomerId> ids = new HashMap<>();
    Map<ByteBuffer, CustomerId> fresh = new LinkedHashMap<>();
    for (RecognitionKey key : recognition) {
      key.every().stream()
          .flatMap(each -> Optional.ofNullable(stored.get(each)).stream())
          .findFirst()
          .ifPresentOrElse(
              id -> ids.put(key.written(), id), () -> fresh.put(key.written(), newId.get()));
    }
    Set<CustomerId> known = Set.copyOf(ids.values());
    Map<CustomerId, DataKey> keys = new HashMap<>(vault.openKeys(controller, known));
    keys.putAll(vault.createKeys(controller, fresh.values()));
    if (!fresh.isEmpty()) {
      CustomerTable.insert(handle, controller, provenance, fresh);
    }
    ids.putAll(fresh);
    return new Identified(ids, List.copyOf(fresh.values()), known.size(), keys);
  }

  private void state(
      Handle handle,
      ControllerId controller,
      Provenance provenance,
      Map<CustomerId, List<PersonFacts>> people,
      Map<CustomerId, DataKey> keys) {
    BlindIndex index = indexes.of(controller);
    List<Spoken> spoken = new ArrayList<>();
    people.forEach((customer, statements) -> {
      DataKey key = keys.get(customer);
      if (key != null) {
        statements.forEach(person -> spoken.add(new Spoken(customer, person, key)));
      }
    });
    Set<StatementTable.Said> already = StatementTable.said(handle, controller, people.keySet());
    // Sealing is most of the work and depends on nothing else: on all processors.
    List<StatementRow> rows =
        spoken.parallelStream()
            .flatMap(said -> said.seal(controller, index, already).stream())
            .toList();
    StatementTable.insert(handle, controller, provenance, rows);
    announceChildren(handle, controller, people, rows);
  }

  /** Of whom something new is said that makes her a child under 14. */
  private void announceChildren(
      Handle handle,
      ControllerId controller,
      Map<CustomerId, List<PersonFacts>> people,
      List<StatementRow> rows) {
    LocalDate today = BusinessTime.today(clock);
    Set<CustomerId> children = new LinkedHashSet<>();
    for (StatementRow row : rows) {
      boolean child =
          people.getOrDefault(row.customer(), List.of()).stream()
              .anyMatch(said -> Announcements.isChild(said, today));
      if (child) {
        children.add(row.customer());
      }
    }
    Announcements.add(handle, controller, Announcements.Kind.CHILD, children, clock.instant());
  }

  /** One thing said about one person of a batch. */
  private record Spoken(CustomerId customer, PersonFacts person, DataKey key) {
    Optional<StatementRow> seal(
        ControllerId controller, BlindIndex index, Set<StatementTable.Said> already) {
      Map<Fact, String> facts = StatementRow.facts(person);
      String text = StatementRow.text(facts);
      boolean known =
          !already.isEmpty()
              && index.every(IndexKind.STATEMENT, text).stream()
                  .map(digest -> new StatementTable.Said(customer, ByteBuffer.wrap(digest)))
                  .anyMatch(already::contains);
      return known
          ? Optional.empty()
          : Optional.of(
              StatementRow.seal(
                  controller, customer, facts, index.of(IndexKind.STATEMENT, text), index, key));
    }
  }

  private List<AuditEvent> created(Actor actor, List<CustomerId> fresh) {
    return fresh.stream()
        .map(id ->
            AuditEvents.of(actor, "customer.created", clock)
                .subject(id)
                .resource("customer", id.toString())
                .build())
        .toList();
  }
}
