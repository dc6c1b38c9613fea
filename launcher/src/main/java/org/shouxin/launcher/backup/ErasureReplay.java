package org.shouxin.launcher.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Erases again, in restored databases, everybody and everything that the ledger names: a person's
 * data key for ever, and every row of hers among the records, so that she is not even found; of who
 * stays, the one record that was destroyed. Thousands in one statement, by records-service's own
 * function where the backup has it; older backups are emptied table by table. Tombstones stay: they
 * are the evidence and name nobody.
 */
final class ErasureReplay {
  private static final String HERS =
      """
      select c.table_name from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
         and c.column_name in ('controller_id', 'customer_id') and c.table_name <> 'tombstone'
       group by c.table_name having count(*) = 2 order by 1\
      """;

  private static final String KEYS =
      "update data_key set wrapped = null, destroyed_at = now()"
          + " where controller_id = ? and customer_id = any(?) and destroyed_at is null";

  private final Connection keys;
  private final Connection records;
  private final RecordReplay single;

  ErasureReplay(Connection keys, Connection records, RecordReplay single) {
    this.keys = keys;
    this.records = records;
    this.single = single;
  }

  /**
   * What the backup had brought back.
   *
   * @param keys people who had a key
   * @param records destroyed records of people who stay
   */
  record Revived(int keys, int records) {}

  Revived run(List<Erased> erased) throws SQLException {
    List<ErasedPerson> people = new ArrayList<>();
    List<DestroyedRecord> destroyed = new ArrayList<>();
    for (Erased one : erased) {
      switch (one) {
        case ErasedPerson person -> people.add(person);
        case DestroyedRecord record -> destroyed.add(record);
      }
    }
    List<String> statements = ofRecords();
    int keysAgain = 0;
    for (Portion<ErasedPerson> portion : Portion.of(people)) {
      keysAgain += execute(keys, KEYS, portion);
      bind(portion);
      for (String statement : statements) {
        execute(records, statement, portion);
      }
    }
    return new Revived(keysAgain, single.destroy(destroyed));
  }

  /** What removes the rows of a portion of people in this backup. */
  private List<String> ofRecords() throws SQLException {
    if (hasFunction("destroy_people(text, uuid[])")) {
      return List.of("select destroy_people(cast(? as text), cast(? as uuid[]))");
    }
    if (hasFunction("destroy_person(text, uuid)")) {
      return List.of(
          "select count(destroy_person(of_controller, person))"
              + " from (select cast(? as text), unnest(cast(? as uuid[]))) p (of_controller, person)");
    }
    try (Statement statement = records.createStatement()) {
      // Append-only triggers and foreign keys guard a working database, not its re-erasure.
      statement.execute("set session_replication_role = replica");
    }
    return tablesOfPeople(records).stream()
        .map(table ->
            "delete from \"" + table + "\" where controller_id = ? and customer_id = any(?)")
        .toList();
  }

  private boolean hasFunction(String signature) throws SQLException {
    try (PreparedStatement query =
        records.prepareStatement("select to_regprocedure('public.' || ?) is not null")) {
      query.setString(1, signature);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private void bind(Portion<ErasedPerson> portion) throws SQLException {
    try (PreparedStatement bind =
        records.prepareStatement("select set_config('shouxin.controller', ?, false)")) {
      bind.setString(1, portion.controllerId());
      bind.execute();
    }
  }

  private static int execute(Connection connection, String sql, Portion<ErasedPerson> portion)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, portion.controllerId());
      statement.setArray(2, portion.array(connection, "uuid", ErasedPerson::id));
      statement.execute();
      return Math.max(0, statement.getUpdateCount());
    }
  }

  /** The tables whose rows belong to one customer. */
  static List<String> tablesOfPeople(Connection records) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = records.createStatement();
        ResultSet rows = statement.executeQuery(HERS)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
