package org.shouxin.consent.consentrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.guardianship.GrownUps;
import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.recipient.Recipients;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.SimulatedEvents;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.testing.simulation.Schedule;
import org.shouxin.testing.simulation.SimulatedClock;
import org.shouxin.testing.simulation.Task;

/**
 * Two people who change their minds on three devices each, while requests are lost, repeated late
 * and cut off, clocks jump and an officer revokes.
 */
final class SimulatedPeople {
  private static final ControllerId CONTROLLER = new ControllerId("ctl-donghai");
  private static final int STEPS = 250;
  private static final int PATIENCE = 30;

  private final Schedule schedule;
  private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-11-22T04:00:00Z"));
  private final SimulatedConsents consents;
  private final ConsentDecisions decisions;
  private final ConsentEndings endings;
  private final List<CustomerId> people = List.of(person(1), person(2));
  private final List<Task> requests = new ArrayList<>();
  private final List<Runnable> repeats = new ArrayList<>();
  private final List<StoredConsent> acknowledged = new ArrayList<>();
  private final List<String> stale = new ArrayList<>();
  private int lastKey;

  SimulatedPeople(Schedule schedule, SimulatedConsents.Bug bug) {
    this.schedule = schedule;
    this.consents = new SimulatedConsents(schedule, bug);
    ConsentRows rows = consents.rows(clock);
    ConsentLedger ledger =
        new ConsentLedger(
            rows,
            new SimulatedEvents(consents::report),
            (_, _, _, _, _, _, _, _) -> "receipt",
            clock);
    this.decisions =
        new ConsentDecisions(
            consents,
            rows,
            ledger,
            consents.keys(),
            new SimulatedSituations(consents, clock),
            clock);
    this.endings =
        new ConsentEndings(
            consents,
            rows,
            ledger,
            new SimulatedKeys(consents),
            new SimulatedSituations.OnePurpose(),
            new Recipients(),
            (_, _, _, _) -> {},
            new GrownUps(),
            clock);
    for (CustomerId person : people) {
      for (int device = 0; device < 3; device++) {
        schedule.start("device of " + person, () -> decide(person));
      }
      schedule.start("reader of " + person, () -> read(person));
    }
    schedule.start("officer", this::revoke);
    schedule.start("network", this::repeat);
  }

  private static CustomerId person(int number) {
    return new CustomerId(new UUID(0x5b0f7a520d6e4c9bL, number));
  }

  private static Actor actor(CustomerId person) {
    return new Actor(
        ActorKind.CUSTOMER,
        person.toString(),
        CONTROLLER,
        Set.of(Role.CUSTOMER),
        null,
        null,
        null,
        null,
        person);
  }

  private static ConsentAsk ask(CustomerId person) {
    return new ConsentAsk(
        person.toString(),
        "P-09",
        null,
        List.of("CONTACT"),
        null,
        "0192f3a4-0000-7000-8000-000000000001",
        1,
        Language.ZH_CN,
        "a".repeat(64),
        false,
        null,
        null);
  }

  private void decide(CustomerId person) {
    for (int i = 0; i < 4; i++) {
      schedule.step();
      int wish = schedule.below(5);
      String key = "key-" + ++lastKey;
      if (wish < 2) {
        insist(person, () -> decided(person, ConsentDecisions.Act.GIVE, key));
      } else if (wish == 2) {
        insist(person, () -> decided(person, ConsentDecisions.Act.REFUSE, key));
      } else {
        consents
            .inForce(person)
            .map(consent -> consent.record().id())
            .ifPresent(id -> insist(person, () -> endings.withdraw(actor(person), id)));
      }
    }
  }

  private @Nullable StoredConsent decided(CustomerId person, ConsentDecisions.Act act, String key) {
    ConsentDecisions.Outcome outcome = decisions.decide(actor(person), act, ask(person), key);
    return outcome.decided() ? outcome.consent() : null;
  }

  /** Sends a request until it is answered, three times at most; it may also arrive once more. */
  private void insist(CustomerId person, Supplier<@Nullable StoredConsent> request) {
    if (schedule.below(3) == 0) {
      repeats.add(() -> serve(person, request));
    }
    for (int attempt = 0; attempt < 3; attempt++) {
      Task serving = serve(person, request);
      for (int waited = 0; !serving.isEnded() && waited < PATIENCE; waited++) {
        schedule.step();
      }
      if (serving.isEnded() && !serving.isCrashed()) {
        return;
      }
    }
  }

  private Task serve(CustomerId person, Supplier<@Nullable StoredConsent> request) {
    Task serving =
        schedule.start(
            "request of " + person,
            () -> {
              try {
                StoredConsent made = request.get();
                schedule.step();
                if (made != null) {
                  acknowledged.add(made);
                }
              } catch (ProblemException refused) {
                schedule.note(refused.code().name());
              }
            });
    requests.add(serving);
    return serving;
  }

  private void repeat() {
    while (true) {
      schedule.step();
      if (!repeats.isEmpty()) {
        repeats.remove(schedule.below(repeats.size())).run();
      }
    }
  }

  private void revoke() {
    Actor officer =
        new Actor(
            ActorKind.EMPLOYEE,
            "1024",
            CONTROLLER,
            Set.of(Role.COMPLIANCE_OFFICER),
            CONTROLLER.value(),
            "1024",
            null,
            null,
            null);
    for (int i = 0; i < 2; i++) {
      schedule.step();
      CustomerId person = people.get(schedule.below(2));
      consents
          .inForce(person)
          .map(consent -> consent.record().id())
          .ifPresent(id -> serve(person, () -> endings.revoke(officer, id, "obtained wrongly")));
    }
  }

  /** Each look sees a state that was the newest at some moment while it looked. */
  private void read(CustomerId person) {
    while (true) {
      int before = hashes(person).size();
      String seen = consents.inForce(person).map(this::hash).orElse("");
      List<String> now = hashes(person);
      if (!now.subList(before - 1, now.size()).contains(seen)) {
        stale.add("a look at " + person + " saw what was not in force any more");
      }
      schedule.step();
    }
  }

  /** Hash of each decision of a person in the order of commits, after the state of nothing. */
  private List<String> hashes(CustomerId person) {
    List<String> hashes = new ArrayList<>(List.of(""));
    made(person).forEach(made -> hashes.add(hash(made.consent())));
    return hashes;
  }

  private String hash(StoredConsent consent) {
    return Objects.requireNonNull(consent.record().lastHash());
  }

  private List<SimulatedConsents.Made> made(CustomerId person) {
    return consents.history.stream()
        .filter(made -> made.consent().record().customer().equals(person))
        .toList();
  }

  /** Lives through faults, and keeps its promises. */
  void live() {
    schedule.fault(40, this::crashService);
    schedule.fault(25, () -> clock.move(Duration.ofHours(schedule.below(100) - 45)));
    schedule.go(STEPS);
    schedule.heal();
    schedule.go(STEPS);
    requirePromisesKept();
  }

  private void crashService() {
    requests.forEach(schedule::crash);
    requests.clear();
  }

  private void requirePromisesKept() {
    assertThat(stale).isEmpty();
    assertThat(consents.history.stream().map(made -> hash(made.consent())))
        .as("every acknowledged decision is kept")
        .containsAll(acknowledged.stream().map(this::hash).toList());
    assertThat(consents.events.stream().filter(event -> event.type().startsWith("consent.")))
        .as("one event a decision")
        .hasSameSizeAs(consents.history);
    List<String> keys = consents.history.stream().map(SimulatedConsents.Made::key).toList();
    assertThat(keys.stream().filter(Objects::nonNull))
        .as("one decision a key")
        .doesNotHaveDuplicates();
    people.forEach(this::requirePromisesKept);
  }

  private void requirePromisesKept(CustomerId person) {
    List<SimulatedConsents.Made> made = made(person);
    Optional<String> last =
        made.isEmpty() ? Optional.empty() : Optional.of(hash(made.getLast().consent()));
    assertThat(consents.allLive(person).stream().map(this::hash))
        .as("the latest decision wins, alone")
        .containsExactlyElementsOf(last.stream().toList());
    assertThat(
            IntStream.range(1, made.size())
                .filter(i ->
                    !made.get(i)
                        .consent()
                        .decidedAt()
                        .isAfter(made.get(i - 1).consent().decidedAt())))
        .as("decisions follow one another in time")
        .isEmpty();
    Map<UUID, String> chain = new HashMap<>();
    Set<String> torn = new HashSet<>();
    made.forEach(next -> {
      if (!Objects.equals(
          chain.put(next.consent().record().id(), hash(next.consent())), next.previousHash())) {
        torn.add(hash(next.consent()));
      }
    });
    assertThat(torn).as("each decision is chained to the one before").isEmpty();
  }
}
