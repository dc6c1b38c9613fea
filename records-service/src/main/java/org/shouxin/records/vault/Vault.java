package org.shouxin.records.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * Data keys of customers: made, opened, destroyed, re-wrapped (R-RC-06). Each customer's values are
 * sealed under that customer's own key; whoever destroys the key destroys the data in every copy.
 */
@ApplicationScoped
public class Vault {
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyStore store;
  private final KeyEncryption encryption;
  private final UnwrappedKeys cache;
  private final KeysetFolder folder;

  Vault(KeyStore store, KeyEncryption encryption, UnwrappedKeys cache, KeysetFolder folder) {
    this.folder = folder;
    this.store = store;
    this.encryption = encryption;
    this.cache = cache;
  }

  /**
   * Makes and durably stores a key for each new customer, in a transaction of its own before the
   * records' transaction: a key without records is harmless, records without a key would be lost.
   */
  public Map<CustomerId, DataKey> createKeys(
      ControllerId controller, Collection<CustomerId> customers) {
    if (customers.isEmpty()) {
      return Map.of();
    }
    CipherSuite suite = store.suiteInForce(controller);
    int primary = encryption.primaryKeyId(controller);
    Map<CustomerId, DataKey> keys = new HashMap<>();
    List<KeyEncryption.Owned> fresh = new ArrayList<>();
    for (CustomerId customer : customers) {
      byte[] material = new byte[KEY_BYTES];
      RANDOM.nextBytes(material);
      keys.put(customer, new DataKey(customer, suite, material));
      fresh.add(new KeyEncryption.Owned(customer, material));
    }
    List<byte[]> wrapped = encryption.wrap(controller, primary, fresh);
    List<KeyStore.WrappedKey> rows = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      rows.add(new KeyStore.WrappedKey(fresh.get(i).customer(), suite, wrapped.get(i)));
    }
    store.insert(controller, primary, rows);
    return keys;
  }

  /** The keys of those customers that have one; destroyed and unknown ones are absent. */
  public Map<CustomerId, DataKey> openKeys(
      ControllerId controller, Collection<CustomerId> customers) {
    Set<CustomerId> absent = new HashSet<>(customers);
    Map<CustomerId, DataKey> keys = new HashMap<>();
    List<KeyStore.WrappedKey> closed = new ArrayList<>();
    for (KeyStore.WrappedKey row : store.find(controller, customers)) {
      absent.remove(row.customer());
      cache
          .find(controller, row)
          .ifPresentOrElse(key -> keys.put(row.customer(), key), () -> closed.add(row));
    }
    absent.forEach(customer -> cache.forget(controller, customer));
    if (!closed.isEmpty()) {
      unwrap(controller, closed)
          .forEach((row, key) -> {
            cache.keep(controller, row, key);
            keys.put(row.customer(), key);
          });
    }
    return keys;
  }

  /** Destroys a customer's key for good; false when there was none. */
  public boolean destroy(ControllerId controller, CustomerId customer) {
    boolean destroyed = store.destroy(controller, customer);
    cache.forget(controller, customer);
    return destroyed;
  }

  /**
   * Takes keys that any replica destroyed out of this one's memory. A key that is kept was opened
   * within the cache's period, so only keys destroyed since then can be among them.
   *
   * @return how many were forgotten
   */
  int forgetDestroyed(Duration period) {
    int forgotten = 0;
    for (var kept : cache.owners().entrySet()) {
      for (CustomerId gone : store.destroyedWithin(kept.getKey(), period)) {
        if (kept.getValue().contains(gone)) {
          cache.forget(kept.getKey(), gone);
          forgotten++;
        }
      }
    }
    return forgotten;
  }

  /**
   * Re-wraps up to {@code limit} keys under the controller's primary key-encryption key; the sealed
   * values stay as they are. Returns how many were re-wrapped, 0 when the rotation is complete.
   */
  public int rewrap(ControllerId controller, int limit) {
    int primary = encryption.primaryKeyId(controller);
    return store.rewrap(
        controller,
        primary,
        limit,
        rows -> {
          List<byte[]> again = encryption.rewrap(controller, primary, owned(rows));
          List<KeyStore.WrappedKey> rewrapped = new ArrayList<>();
          for (int i = 0; i < rows.size(); i++) {
            KeyStore.WrappedKey row = rows.get(i);
            rewrapped.add(new KeyStore.WrappedKey(row.customer(), row.suite(), again.get(i)));
          }
          return rewrapped;
        });
  }

  /** Id of the key-encryption key that wraps a controller's new data keys. */
  int primaryKeyId(ControllerId controller) {
    return encryption.primaryKeyId(controller);
  }

  /** The controllers that have keys here: those whose records this service keeps. */
  public List<ControllerId> controllers() {
    return folder.controllers();
  }

  private Map<KeyStore.WrappedKey, DataKey> unwrap(
      ControllerId controller, List<KeyStore.WrappedKey> rows) {
    List<byte[]> opened = encryption.unwrap(controller, owned(rows));
    Map<KeyStore.WrappedKey, DataKey> keys = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      KeyStore.WrappedKey row = rows.get(i);
      keys.put(row, new DataKey(row.customer(), row.suite(), opened.get(i)));
    }
    return keys;
  }

  private static List<KeyEncryption.Owned> owned(List<KeyStore.WrappedKey> rows) {
    return rows.stream()
        .map(row -> new KeyEncryption.Owned(row.customer(), row.wrapped()))
        .toList();
  }
}
