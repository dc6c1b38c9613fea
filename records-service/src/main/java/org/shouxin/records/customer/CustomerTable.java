package org.shouxin.records.customer;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.vault.ByteaArray;

/** Writes customer and recognition. */
final class CustomerTable {
  private CustomerTable() {}

  /**
   * Admissions of one controller go one after the other: two files that bring the same new person
   * at the same time must not make two customers.
   */
  static void lock(Handle handle, ControllerId controller) {
    handle.execute(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))", "admission|" + controller.value());
  }

  /** Whether a record stands under this id. */
  static boolean exists(Handle handle, ControllerId controller, CustomerId customer) {
    return handle
        .createQuery(
            "select exists (select 1 from customer where controller_id = :controller and id = :id)")
        .bind("controller", controller)
        .bind("id", customer)
        .mapTo(Boolean.class)
        .one();
  }

  /** The customers already known by these recognition keys. */
  static Map<ByteBuffer, CustomerId> recognise(
      Handle handle, ControllerId controller, Collection<RecognitionKey> keys) {
    List<ByteBuffer> every = keys.stream().flatMap(key -> key.every().stream()).toList();
    Map<ByteBuffer, CustomerId> known = new HashMap<>();
    handle
        .createQuery(
            """
            select key, customer_id from recognition
             where controller_id = :controller and key = any(:keys)\
            """)
        .bind("controller", controller)
        .bind("keys", bytes(every))
        .map((row, context) ->
            known.put(
                ByteBuffer.wrap(row.getBytes(1)), new CustomerId(row.getObject(2, UUID.class))))
        .list();
    return known;
  }

  static void insert(
      Handle handle,
      ControllerId controller,
      Provenance provenance,
      Map<ByteBuffer, CustomerId> people) {
    OffsetDateTime at = provenance.recordedAt().atOffset(ZoneOffset.UTC);
    List<ByteBuffer> keys = List.copyOf(people.keySet());
    List<CustomerId> ids = keys.stream().map(key -> people.get(key)).toList();
    handle
        .createUpdate(
            """
            insert into customer (controller_id, id, created_at)
            select :controller, c.id, :at from unnest(:ids) as c(id)\
            """)
        .bind("controller", controller)
        .bind("at", at)
        .bindArray("ids", CustomerId.class, ids)
        .execute();
    handle
        .createUpdate(
            """
            insert into recognition (controller_id, key, customer_id)
            select :controller, r.key, r.customer_id
              from unnest(:keys, :ids) as r(key, customer_id)\
            """)
        .bind("controller", controller)
        .bind("keys", bytes(keys))
        .bindArray("ids", CustomerId.class, ids)
        .execute();
  }

  /** Makes a key recognise a known customer, unless it recognises one already; returns whom. */
  static CustomerId recogniseAlso(
      Handle handle, ControllerId controller, RecognitionKey key, CustomerId customer) {
    Optional<CustomerId> holder =
        recognise(handle, controller, List.of(key)).values().stream().findFirst();
    if (holder.isEmpty()) {
      handle
          .createUpdate(
              """
              insert into recognition (controller_id, key, customer_id)
              values (:controller, :key, :customer) on conflict do nothing\
              """)
          .bind("controller", controller)
          .bind("key", key.written().array())
          .bind("customer", customer)
          .execute();
    }
    return recognise(handle, controller, List.of(key)).values().stream()
        .findFirst()
        .orElse(customer);
  }

  /** Makes keys recognise their customers, those that recognise nobody yet. */
  static void recogniseAlso(
      Handle handle, ControllerId controller, Map<RecognitionKey, CustomerId> keys) {
    Set<ByteBuffer> held = recognise(handle, controller, keys.keySet()).keySet();
    List<ByteBuffer> fresh = new ArrayList<>();
    List<CustomerId> customers = new ArrayList<>();
    keys.forEach((key, customer) -> {
      if (key.every().stream().noneMatch(held::contains)) {
        fresh.add(key.written());
        customers.add(customer);
      }
    });
    handle
        .createUpdate(
            """
            insert into recognition (controller_id, key, customer_id)
            select :controller, r.key, r.customer_id
              from unnest(:keys, :ids) as r(key, customer_id)
            on conflict do nothing\
            """)
        .bind("controller", controller)
        .bind("keys", bytes(fresh))
        .bindArray("ids", CustomerId.class, customers)
        .execute();
  }

  private static ByteaArray bytes(Collection<ByteBuffer> keys) {
    return ByteaArray.of(keys.stream().map(ByteBuffer::array).toList());
  }
}
