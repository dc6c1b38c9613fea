package org.shouxin.records.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.records.customer.SealedCustomer.StatedValue;
import org.shouxin.records.vault.DataKey;

/**
 * Values of one fact that sources say differently (R-RC-01: side by side until resolved), each as
 * the statement that counts most says it; the first is in use. What identifies a person is in
 * conflict with everything else said later than its last confirmation. What changes in life is only
 * in conflict with what the same source says at the same time; earlier values are history.
 */
public record Conflict(Fact fact, List<StatedValue> values) {
  public Conflict {
    values = List.copyOf(values);
  }

  /** The open conflicts of one customer. */
  public static List<Conflict> of(SealedCustomer customer, DataKey key) {
    List<Conflict> conflicts = new ArrayList<>();
    for (Fact fact : Fact.values()) {
      List<StatedValue> open = open(fact, customer.openStated(fact, key));
      if (open.size() > 1) {
        conflicts.add(new Conflict(fact, open));
      }
    }
    return conflicts;
  }

  /** What this statement says, when it takes part in the conflict. */
  public Optional<StatedValue> find(UUID statement) {
    return values.stream().filter(value -> value.statement().equals(statement)).findAny();
  }

  private static List<StatedValue> open(Fact fact, List<StatedValue> stated) {
    Map<String, StatedValue> byValue = new LinkedHashMap<>();
    if (!stated.isEmpty()) {
      StatedValue inUse = stated.getFirst();
      byValue.put(inUse.value(), inUse);
      stated.stream()
          .filter(other -> contradicts(fact, inUse, other))
          .forEach(other -> byValue.putIfAbsent(other.value(), other));
    }
    return List.copyOf(byValue.values());
  }

  private static boolean contradicts(Fact fact, StatedValue inUse, StatedValue other) {
    Instant confirmed = inUse.verifiedAt();
    boolean later = confirmed == null || other.recordedAt().isAfter(confirmed);
    return later
        && (fact.isIdentifying()
            || (other.source().equals(inUse.source())
                && other.recordedAt().equals(inUse.recordedAt())));
  }
}
