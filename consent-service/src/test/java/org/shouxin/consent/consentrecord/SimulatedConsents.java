package org.shouxin.consent.consentrecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.HandleCallback;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.database.Transactions;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.testing.simulation.Schedule;

/**
 * consent-service's database in memory: transactions that see what is committed and their own
 * writes, locks until their end, commits whose answer may be lost.
 */
final class SimulatedConsents implements Transactions {

  /** A mistake that the simulation has to find. */
  enum Bug {
    NONE,
    /** Decisions of one person do not wait for one another. */
    TAKES_NO_LOCK,
    /** A repeated request decides again. */
    FORGETS_IDEMPOTENCY_KEYS,
    /** A decision carries the time of a clock that went back. */
    TRUSTS_THE_CLOCK,
    /** Whether there is a consent is read from a copy that lags behind. */
    READS_A_COPY,
    /** The audit event goes out before the decision is committed. */
    REPORTS_BEFORE_THE_COMMIT
  }

  /** A decision as committed. */
  record Made(StoredConsent consent, @Nullable String previousHash, @Nullable String key) {}

  private static final class Change {
    private final Map<UUID, StoredConsent> consents = new HashMap<>();
    private final Map<String, IdempotencyKeys.Use> keys = new HashMap<>();
    private final List<AuditEvent> events = new ArrayList<>();
    private final Set<CustomerId> locks = new HashSet<>();
    private @Nullable StoredConsent made;
    private @Nullable String previousHash;
    private @Nullable String key;
  }

  final List<Made> history = new ArrayList<>();
  final List<AuditEvent> events = new ArrayList<>();
  private final Schedule schedule;
  private final Bug bug;
  private final Map<UUID, StoredConsent> consents = new HashMap<>();
  private final Map<String, IdempotencyKeys.Use> keys = new HashMap<>();
  private final Set<CustomerId> locked = new HashSet<>();
  private final Map<Thread, Change> open = new HashMap<>();

  SimulatedConsents(Schedule schedule, Bug bug) {
    this.schedule = schedule;
    this.bug = bug;
  }

  @Override
  @SuppressWarnings("NullAway") // nobody here speaks SQL, so nobody needs a handle
  public <T extends @Nullable Object> T write(
      ControllerId controller, HandleCallback<T, RuntimeException> work) {
    Change change = new Change();
    open.put(Thread.currentThread(), change);
    try {
      T answer = work.withHandle(null);
      schedule.step();
      commit(change);
      return answer;
    } finally {
      locked.removeAll(change.locks);
      open.remove(Thread.currentThread());
    }
  }

  private void commit(Change change) {
    consents.putAll(change.consents);
    keys.putAll(change.keys);
    events.addAll(change.events);
    if (change.made != null) {
      history.add(new Made(change.made, change.previousHash, change.key));
    }
  }

  private Change change() {
    return Objects.requireNonNull(open.get(Thread.currentThread()), "outside of a transaction");
  }

  void lock(CustomerId customer) {
    schedule.step();
    if (bug == Bug.TAKES_NO_LOCK) {
      return;
    }
    while (!locked.add(customer)) {
      schedule.step();
    }
    change().locks.add(customer);
  }

  Optional<StoredConsent> find(UUID id) {
    schedule.step();
    return Optional.ofNullable(change().consents.getOrDefault(id, consents.get(id)));
  }

  Optional<StoredConsent> findLive(CustomerId customer) {
    schedule.step();
    Map<UUID, StoredConsent> seen = new HashMap<>(consents);
    seen.putAll(change().consents);
    return live(seen.values().stream(), customer);
  }

  /** What a decision about permission sees, in a transaction of its own. */
  Optional<StoredConsent> inForce(CustomerId customer) {
    schedule.step();
    if (bug == Bug.READS_A_COPY && history.size() > 1) {
      return history.subList(0, history.size() - 1).stream()
          .map(Made::consent)
          .filter(consent -> consent.record().customer().equals(customer))
          .reduce((earlier, later) -> later);
    }
    return live(consents.values().stream(), customer);
  }

  private static Optional<StoredConsent> live(Stream<StoredConsent> all, CustomerId customer) {
    return all.filter(StoredConsent::live)
        .filter(consent -> consent.record().customer().equals(customer))
        .findFirst();
  }

  /** All live records of a person, of which there may be one. */
  List<StoredConsent> allLive(CustomerId customer) {
    return consents.values().stream()
        .filter(StoredConsent::live)
        .filter(consent -> consent.record().customer().equals(customer))
        .toList();
  }

  void put(StoredConsent consent) {
    schedule.step();
    change().consents.put(consent.record().id(), consent);
  }

  void made(StoredConsent consent, @Nullable String previousHash) {
    put(consent);
    change().made = consent;
    change().previousHash = previousHash;
  }

  void report(AuditEvent event) {
    schedule.step();
    (bug == Bug.REPORTS_BEFORE_THE_COMMIT ? events : change().events).add(event);
  }

  boolean trustsTheClock() {
    return bug == Bug.TRUSTS_THE_CLOCK;
  }

  /** Keys in the same transactions. */
  IdempotencyKeys keys() {
    return new SimulatedKeys(this);
  }

  Optional<IdempotencyKeys.Use> use(String key) {
    schedule.step();
    return Optional.ofNullable(keys.get(key));
  }

  void remember(String key, IdempotencyKeys.Use use) {
    schedule.step();
    change().key = key;
    if (bug != Bug.FORGETS_IDEMPOTENCY_KEYS) {
      change().keys.put(key, use);
    }
  }

  /** Rows in the same transactions. */
  ConsentRows rows(java.time.Clock clock) {
    return new SimulatedRows(this, clock);
  }
}
