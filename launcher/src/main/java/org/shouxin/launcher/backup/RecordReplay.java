package org.shouxin.launcher.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * Destroys single records again in restored databases, thousands a statement, by the function with
 * which the service that owns them destroyed them, in that service's own role: what it may not
 * delete at work it may not delete here. A whole class of somebody's consents is destroyed again
 * only when the backup does not know that it was: those given later are hers.
 */
final class RecordReplay implements AutoCloseable {
  private static final String RECORDS =
      "select o.n from unnest(cast(? as uuid[]), cast(? as uuid[])) with ordinality as o(person, record, n)"
          + " where destroy_record(?, o.person, o.record) > 0";
  private static final String CONSENTS =
      "select o.n from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as text[]))"
          + " with ordinality as o(person, class, record, n)"
          + " where destroy_consent(?, o.person, o.class, o.record) > 0";
  private static final String FILES =
      "select o.n from unnest(cast(? as text[]), cast(? as uuid[])) with ordinality as o(kind, file, n)"
          + " where destroy_own_file(?, o.kind, o.file) > 0";

  /**
   * The event is written right after its tombstone, by the same clock. The order is not known any
   * more; the plan is none.
   */
  private static final String CLASSES =
      """
      with latest as (
        select distinct on (person, class) * from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as timestamptz[]))
            with ordinality as o(person, class, at, n)
         order by person, class, at desc),
      unknown as materialized (
        select l.* from latest l where not exists (select 1 from tombstone t
          where t.controller_id = ? and t.customer_id = l.person and t.class = l.class
            and t.record_ref = '' and t.destroyed_at >= l.at - interval '1 minute')),
      gone as materialized (
        select n, person, class, destroy_consent(?, person, class, '') as number from unknown),
      noted as (
        insert into tombstone (controller_id, order_id, plan_id, customer_id, class, record_ref,
            rows_destroyed, destroyed_at)
          select ?, gen_random_uuid(), '00000000-0000-0000-0000-000000000000', person, class, '', number, now()
            from gone)
      select n from gone where number >= ?\
      """;

  private final RestoredDatabases server;
  private final Map<DatabaseName, Connection> open = new EnumMap<>(DatabaseName.class);

  RecordReplay(RestoredDatabases server) {
    this.server = server;
  }

  /** Removes them; returns how many the backup had brought back. */
  int destroy(Collection<DestroyedRecord> destroyed) throws SQLException {
    int revived = 0;
    for (Portion<DestroyedRecord> portion : portions(destroyed)) {
      revived += destroy(portion, bound(portion), 0).size();
    }
    return revived;
  }

  /** Which of them are there, without changing anything. */
  List<DestroyedRecord> stillThere(Collection<DestroyedRecord> destroyed) throws SQLException {
    List<DestroyedRecord> there = new ArrayList<>();
    for (Portion<DestroyedRecord> portion : portions(destroyed)) {
      Connection connection = bound(portion);
      connection.setAutoCommit(false);
      try {
        there.addAll(destroy(portion, connection, 1));
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    return there;
  }

  /** One statement for as many as are of one controller, one owner and one kind of order. */
  private static List<Portion<DestroyedRecord>> portions(Collection<DestroyedRecord> destroyed) {
    return destroyed.stream()
        .collect(
            Collectors.groupingBy(
                one -> one.database() + (one.isClass() ? " classes" : " records"),
                TreeMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .flatMap(alike -> Portion.of(alike).stream())
        .toList();
  }

  private Connection bound(Portion<DestroyedRecord> portion) throws SQLException {
    Connection connection = connection(portion.erased().getFirst().database());
    try (PreparedStatement bind =
        connection.prepareStatement("select set_config('shouxin.controller', ?, false)")) {
      bind.setString(1, portion.controllerId());
      bind.execute();
    }
    return connection;
  }

  /**
   * Destroys them and returns those that there were.
   *
   * @param leastRows from how many rows on a class of somebody's consents counts
   */
  private static List<DestroyedRecord> destroy(
      Portion<DestroyedRecord> portion, Connection connection, int leastRows) throws SQLException {
    List<DestroyedRecord> there = new ArrayList<>();
    try (PreparedStatement statement = statement(portion, connection, leastRows);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        there.add(portion.erased().get(rows.getInt(1) - 1));
      }
    }
    return there;
  }

  private static PreparedStatement statement(
      Portion<DestroyedRecord> portion, Connection connection, int leastRows) throws SQLException {
    String controller = portion.controllerId();
    DestroyedRecord first = portion.erased().getFirst();
    if (first.database() == DatabaseName.CONSENT && first.isClass()) {
      return statement(
          connection,
          CLASSES,
          people(portion, connection),
          portion.array(connection, "text", DestroyedRecord::retentionClass),
          portion.array(connection, "timestamptz", DestroyedRecord::destroyedAt),
          controller,
          controller,
          controller,
          leastRows);
    }
    return switch (first.database()) {
      case RECORDS ->
          statement(
              connection,
              RECORDS,
              people(portion, connection),
              ids(portion, connection),
              controller);
      case CONSENT ->
          statement(
              connection,
              CONSENTS,
              people(portion, connection),
              portion.array(connection, "text", DestroyedRecord::retentionClass),
              portion.array(connection, "text", DestroyedRecord::recordRef),
              controller);
      case AUDIT ->
          statement(
              connection,
              FILES,
              portion.array(connection, "text", RecordReplay::kindOfFile),
              ids(portion, connection),
              controller);
      case KEYS -> throw new IllegalArgumentException("no records are kept with the keys");
    };
  }

  private static Array people(Portion<DestroyedRecord> portion, Connection connection)
      throws SQLException {
    return portion.array(connection, "uuid", DestroyedRecord::person);
  }

  private static Array ids(Portion<DestroyedRecord> portion, Connection connection)
      throws SQLException {
    return portion.array(connection, "uuid", one -> UUID.fromString(one.recordRef()));
  }

  private static String kindOfFile(DestroyedRecord file) {
    return file.kind().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static PreparedStatement statement(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private Connection connection(DatabaseName database) throws SQLException {
    Connection known = open.get(database);
    if (known != null) {
      return known;
    }
    Connection fresh = server.open(database.sql());
    open.put(database, fresh);
    try (Statement statement = fresh.createStatement()) {
      statement.execute("set session authorization " + database.sql());
    }
    return fresh;
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : open.values()) {
      connection.close();
    }
  }
}
