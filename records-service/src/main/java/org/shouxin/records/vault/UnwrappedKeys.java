package org.shouxin.records.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * A bounded, short-lived cache of unwrapped keys. It saves the unwrapping, never the question: an
 * entry answers only for the wrapped bytes that the caller has just read from the database, so that
 * a key destroyed or re-wrapped by any replica opens nothing any more. {@link DestroyedKeys} takes
 * it out of the memory, too, of replicas that do not ask for it.
 */
@ApplicationScoped
class UnwrappedKeys {
  private final Cache<Owner, Entry> entries;

  UnwrappedKeys(VaultConfig config) {
    this.entries =
        Caffeine.newBuilder()
            .maximumSize(config.keyCacheSize())
            .expireAfterWrite(config.keyCachePeriod())
            .scheduler(Scheduler.systemScheduler())
            .build();
  }

  /** The key, when it was kept for exactly these wrapped bytes. */
  Optional<DataKey> find(ControllerId controller, KeyStore.WrappedKey row) {
    @Nullable Entry known = entries.getIfPresent(new Owner(controller, row.customer()));
    return known != null && Arrays.equals(known.wrapped, row.wrapped())
        ? Optional.of(known.key)
        : Optional.empty();
  }

  void keep(ControllerId controller, KeyStore.WrappedKey row, DataKey key) {
    entries.put(new Owner(controller, row.customer()), new Entry(row.wrapped(), key));
  }

  void forget(ControllerId controller, CustomerId customer) {
    entries.invalidate(new Owner(controller, customer));
  }

  /** The controllers of whom a key is kept, with the customers whose keys these are. */
  Map<ControllerId, Set<CustomerId>> owners() {
    return entries.asMap().keySet().stream()
        .collect(
            Collectors.groupingBy(
                Owner::controller, Collectors.mapping(Owner::customer, Collectors.toSet())));
  }

  private record Owner(ControllerId controller, CustomerId customer) {}

  private static final class Entry {
    private final byte[] wrapped;
    private final DataKey key;

    Entry(byte[] wrapped, DataKey key) {
      this.wrapped = wrapped;
      this.key = key;
    }
  }
}
