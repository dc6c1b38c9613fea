package org.shouxin.records.customer;

import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.vault.ByteaArray;

/** Writes policy, policy_role, bank_account and health_note. */
final class PolicyTable {
  private PolicyTable() {}

  /** A policy to be inserted. */
  record PolicyRow(UUID id, byte[] key, byte @Nullable [] numberIndex) {}

  /** A person's part in it; roles joined by comma, since arrays of arrays have to be even. */
  record RoleRow(CustomerId customer, UUID policy, String roles, byte[] terms) {}

  /** A sealed value in a table of its own: bank account or health note. */
  record ValueRow(
      CustomerId customer, UUID id, byte[] index, byte[] sealed, @Nullable UUID policy) {}

  static Set<ByteBuffer> known(Handle handle, ControllerId controller, List<byte[]> keys) {
    return new HashSet<>(
        handle
            .createQuery(
                "select key from policy where controller_id = :controller and key = any(:keys)")
            .bind("controller", controller)
            .bind("keys", ByteaArray.of(keys))
            .map((row, context) -> ByteBuffer.wrap(row.getBytes(1)))
            .list());
  }

  /** The policies that have one of these keys. */
  static Map<ByteBuffer, UUID> ids(Handle handle, ControllerId controller, List<byte[]> keys) {
    Map<ByteBuffer, UUID> ids = new HashMap<>();
    handle
        .createQuery(
            "select key, id from policy where controller_id = :controller and key = any(:keys)")
        .bind("controller", controller)
        .bind("keys", ByteaArray.of(keys))
        .map((row, context) ->
            ids.put(ByteBuffer.wrap(row.getBytes(1)), row.getObject(2, UUID.class)))
        .list();
    return ids;
  }

  static void insertPolicies(
      Handle handle, ControllerId controller, Provenance provenance, List<PolicyRow> rows) {
    handle
        .createUpdate(
            """
            insert into policy (controller_id, source, recorded_at, id, key, number_index)
            select :controller, :source, :at, p.*
              from unnest(:ids, :keys, :indexes) as p(id, key, number_index)\
            """)
        .bind("controller", controller)
        .bind("source", provenance.source())
        .bind("at", provenance.recordedAt().atOffset(ZoneOffset.UTC))
        .bindArray("ids", UUID.class, rows.stream().map(PolicyRow::id).toList())
        .bind("keys", ByteaArray.of(rows.stream().map(PolicyRow::key).toList()))
        .bind("indexes", ByteaArray.of(rows.stream().map(PolicyRow::numberIndex).toList()))
        .execute();
  }

  static void insertRoles(Handle handle, ControllerId controller, List<RoleRow> rows) {
    handle
        .createUpdate(
            """
            insert into policy_role (controller_id, customer_id, policy_id, roles, terms)
            select :controller, r.customer_id, r.policy_id, string_to_array(r.roles, ','), r.terms
              from unnest(:customers, :policies, :roles, :terms)
                as r(customer_id, policy_id, roles, terms)\
            """)
        .bind("controller", controller)
        .bindArray("customers", CustomerId.class, rows.stream().map(RoleRow::customer).toList())
        .bindArray("policies", UUID.class, rows.stream().map(RoleRow::policy).toList())
        .bindArray("roles", String.class, rows.stream().map(RoleRow::roles).toList())
        .bind("terms", ByteaArray.of(rows.stream().map(RoleRow::terms).toList()))
        .execute();
  }

  static void insertAccounts(
      Handle handle, ControllerId controller, Provenance provenance, List<ValueRow> rows) {
    insertValues(
        handle,
        controller,
        provenance,
        rows,
        """
        insert into bank_account
          (controller_id, source, recorded_at, customer_id, id, number_index, number)
        select :controller, :source, :at, v.customer_id, v.id, v.index, v.sealed
          from unnest(:customers, :ids, :indexes, :sealed, :policies)
            as v(customer_id, id, index, sealed, policy_id)
        on conflict on constraint bank_account_once do nothing\
        """);
  }

  static void insertHealthNotes(
      Handle handle, ControllerId controller, Provenance provenance, List<ValueRow> rows) {
    insertValues(
        handle,
        controller,
        provenance,
        rows,
        """
        insert into health_note
          (controller_id, source, recorded_at, customer_id, id, digest, note, policy_id)
        select :controller, :source, :at, v.*
          from unnest(:customers, :ids, :indexes, :sealed, :policies)
            as v(customer_id, id, index, sealed, policy_id)
        on conflict on constraint health_note_once do nothing\
        """);
  }

  private static void insertValues(
      Handle handle,
      ControllerId controller,
      Provenance provenance,
      List<ValueRow> rows,
      String insert) {
    if (rows.isEmpty()) {
      return;
    }
    handle
        .createUpdate(insert)
        .bind("controller", controller)
        .bind("source", provenance.source())
        .bind("at", provenance.recordedAt().atOffset(ZoneOffset.UTC))
        .bindArray("customers", CustomerId.class, rows.stream().map(ValueRow::customer).toList())
        .bindArray("ids", UUID.class, rows.stream().map(ValueRow::id).toList())
        .bind("indexes", ByteaArray.of(rows.stream().map(ValueRow::index).toList()))
        .bind("sealed", ByteaArray.of(rows.stream().map(ValueRow::sealed).toList()))
        .bindArray("policies", UUID.class, rows.stream().map(ValueRow::policy).toArray())
        .execute();
  }
}
