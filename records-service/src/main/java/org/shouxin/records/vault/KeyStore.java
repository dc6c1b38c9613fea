package org.shouxin.records.vault;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * The wrapped data keys, in the {@code keys} database: outside the backups of the records, so that
 * a destroyed key stays destroyed when a record backup is restored (architecture promise 6).
 */
@ApplicationScoped
class KeyStore {
  private final Database database;
  private final Clock clock;

  KeyStore(@DataSource("keys") AgroalDataSource source, Clock clock) {
    this.database = new Database(source);
    this.clock = clock;
  }

  /** One row of data_key that is not destroyed. */
  record WrappedKey(CustomerId customer, CipherSuite suite, byte[] wrapped) {}

  /**
   * The cipher suite in force for the controller's new customers; AES-256-GCM where none is set.
   */
  CipherSuite suiteInForce(ControllerId controller) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(
                    """
                    select suite from cipher_choice
                     where controller_id = :controller and effective_from <= :now
                     order by effective_from desc limit 1\
                    """)
                .bind("controller", controller)
                .bind("now", now())
                .mapTo(CipherSuite.class)
                .findOne()
                .orElse(CipherSuite.AES_256_GCM));
  }

  void insert(ControllerId controller, int keyEncryptionKey, List<WrappedKey> keys) {
    database.write(
        controller,
        handle ->
            handle
                .createUpdate(
                    """
                    insert into data_key
                      (controller_id, customer_id, suite, wrapped, key_encryption_key_id, created_at)
                    select :controller, k.customer_id, k.suite, k.wrapped, :kek, :now
                      from unnest(:customers, :suites, :wrapped) as k(customer_id, suite, wrapped)\
                    """)
                .bind("controller", controller)
                .bind("kek", keyEncryptionKey)
                .bind("now", now())
                .bindArray("customers", CustomerId.class, owners(keys))
                .bindArray(
                    "suites", String.class, keys.stream().map(k -> k.suite().name()).toList())
                .bind("wrapped", ByteaArray.of(keys.stream().map(WrappedKey::wrapped).toList()))
                .execute());
  }

  List<WrappedKey> find(ControllerId controller, Collection<CustomerId> customers) {
    return database.lookup(
        controller,
        handle ->
            handle
                .createQuery(
                    """
                    select customer_id, suite, wrapped from data_key
                     where controller_id = :controller and customer_id = any(:customers)
                       and destroyed_at is null\
                    """)
                .bind("controller", controller)
                .bindArray("customers", CustomerId.class, List.copyOf(customers))
                .map((row, context) -> read(row))
                .list());
  }

  /** True when there was a key to destroy. */
  boolean destroy(ControllerId controller, CustomerId customer) {
    return database.write(
            controller,
            handle ->
                handle
                    .createUpdate(
                        """
                        update data_key set wrapped = null, destroyed_at = :now
                         where controller_id = :controller and customer_id = :customer
                           and destroyed_at is null\
                        """)
                    .bind("now", now())
                    .bind("controller", controller)
                    .bind("customer", customer)
                    .execute())
        == 1;
  }

  /** Whose keys were destroyed lately; a minute more, since clocks differ. */
  List<CustomerId> destroyedWithin(ControllerId controller, Duration period) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(
                    """
                    select customer_id from data_key
                     where destroyed_at >= :since and controller_id = :controller\
                    """)
                .bind("since", now().minus(period).minusMinutes(1))
                .bind("controller", controller)
                .mapTo(CustomerId.class)
                .list());
  }

  /**
   * Re-wraps at most {@code limit} keys that another key-encryption key than the primary one wraps.
   * Rows are locked, so that a destruction at the same time is never undone.
   */
  int rewrap(
      ControllerId controller, int primary, int limit, UnaryOperator<List<WrappedKey>> again) {
    return database.write(
        controller,
        handle -> {
          List<WrappedKey> due =
              handle
                  .createQuery(
                      """
                      select customer_id, suite, wrapped from data_key
                       where controller_id = :controller and destroyed_at is null
                         and (key_encryption_key_id < :primary or key_encryption_key_id > :primary)
                       limit :limit for update skip locked\
                      """)
                  .bind("controller", controller)
                  .bind("primary", primary)
                  .bind("limit", limit)
                  .map((row, context) -> read(row))
                  .list();
          return due.isEmpty() ? 0 : update(handle, controller, primary, again.apply(due));
        });
  }

  private int update(Handle handle, ControllerId controller, int primary, List<WrappedKey> keys) {
    return handle
        .createUpdate(
            """
            update data_key d
               set wrapped = k.wrapped, key_encryption_key_id = :primary, rewrapped_at = :now
              from unnest(:customers, :wrapped) as k(customer_id, wrapped)
             where d.controller_id = :controller and d.customer_id = k.customer_id\
            """)
        .bind("controller", controller)
        .bind("primary", primary)
        .bind("now", now())
        .bindArray("customers", CustomerId.class, owners(keys))
        .bind("wrapped", ByteaArray.of(keys.stream().map(WrappedKey::wrapped).toList()))
        .execute();
  }

  private static WrappedKey read(ResultSet row) throws SQLException {
    return new WrappedKey(
        new CustomerId(row.getObject("customer_id", UUID.class)),
        CipherSuite.valueOf(row.getString("suite")),
        row.getBytes("wrapped"));
  }

  private static List<CustomerId> owners(List<WrappedKey> keys) {
    return keys.stream().map(WrappedKey::customer).toList();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
