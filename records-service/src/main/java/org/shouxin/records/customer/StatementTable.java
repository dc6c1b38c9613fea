package org.shouxin.records.customer;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.vault.ByteaArray;

/** Writes customer_statement; append-only. */
final class StatementTable {
  private static final String COLUMNS =
      Arrays.stream(Fact.values()).map(Fact::column).collect(Collectors.joining(", "));
  private static final String PARAMETERS =
      Arrays.stream(Fact.values())
          .map(fact -> ":" + fact.column())
          .collect(Collectors.joining(", "));
  private static final String INSERT =
      """
      insert into customer_statement
        (controller_id, source, recorded_at, verifier, verified_at, customer_id, id, digest,
         name_index, id_number_index, mobile_index, %1$s)
      select :controller, :source, :recorded_at, cast(:verifier as text),
             cast(:verified_at as timestamptz), s.*
        from unnest(:customers, :ids, :digests, :name_indexes, :id_number_indexes,
                    :mobile_indexes, %2$s)
          as s(customer_id, id, digest, name_index, id_number_index, mobile_index, %1$s)
      on conflict on constraint customer_statement_once do nothing\
      """
          .formatted(COLUMNS, PARAMETERS);

  private StatementTable() {}

  /** Whose statement, with which digest. */
  record Said(CustomerId customer, ByteBuffer digest) {}

  /** The statements already stored of these customers. */
  static Set<Said> said(Handle handle, ControllerId controller, Collection<CustomerId> customers) {
    return new HashSet<>(
        handle
            .createQuery(
                """
                select customer_id, digest from customer_statement
                 where controller_id = :controller and customer_id = any(:customers)\
                """)
            .bind("controller", controller)
            .bindArray("customers", CustomerId.class, List.copyOf(customers))
            .map((row, context) ->
                new Said(
                    new CustomerId(row.getObject(1, UUID.class)), ByteBuffer.wrap(row.getBytes(2))))
            .list());
  }

  static void insert(
      Handle handle, ControllerId controller, Provenance provenance, List<StatementRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Update update =
        handle
            .createUpdate(INSERT)
            .bind("controller", controller)
            .bind("source", provenance.source())
            .bind("recorded_at", provenance.recordedAt().atOffset(ZoneOffset.UTC))
            .bind("verifier", provenance.verifier())
            .bind("verified_at", at(provenance))
            .bindArray(
                "customers", CustomerId.class, rows.stream().map(StatementRow::customer).toList())
            .bindArray("ids", UUID.class, rows.stream().map(StatementRow::id).toList())
            .bind("digests", ByteaArray.of(rows.stream().map(StatementRow::digest).toList()))
            .bind("name_indexes", bytes(rows, StatementRow::nameIndex))
            .bind("id_number_indexes", bytes(rows, StatementRow::idNumberIndex))
            .bind("mobile_indexes", bytes(rows, StatementRow::mobileIndex));
    for (Fact fact : Fact.values()) {
      update.bind(fact.column(), bytes(rows, row -> row.values().get(fact)));
    }
    update.execute();
    SearchTable.insert(handle, controller, rows);
  }

  private interface Column {
    byte @Nullable [] of(StatementRow row);
  }

  private static ByteaArray bytes(List<StatementRow> rows, Column column) {
    java.util.ArrayList<byte @Nullable []> values = new java.util.ArrayList<>(rows.size());
    rows.forEach(row -> values.add(column.of(row)));
    return ByteaArray.of(values);
  }

  private static @Nullable OffsetDateTime at(Provenance provenance) {
    return provenance.verifiedAt() == null
        ? null
        : provenance.verifiedAt().atOffset(ZoneOffset.UTC);
  }
}
