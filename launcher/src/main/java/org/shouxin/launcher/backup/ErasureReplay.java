package org.shouxin.launcher.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Erases again, in restored databases, everybody and everything that the ledger names: a person's
 * data key for ever, and every row of hers among the records, so that she is not even found; of who
 * stays, the one record that was destroyed. A person by records-service's own function where the
 * backup has it; older backups are emptied table by table. Tombstones stay: they are the evidence
 * and name nobody.
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
    boolean byFunction = hasFunction();
    List<String> tables = tablesOfPeople(records);
    int keysAgain = 0;
    int recordsAgain = 0;
    for (Erased one : erased) {
      switch (one) {
        case ErasedPerson person -> {
          keysAgain += destroyKey(person);
          destroyRows(person, byFunction, tables);
        }
        case DestroyedRecord destroyed -> recordsAgain += single.destroy(destroyed) ? 1 : 0;
      }
    }
    return new Revived(keysAgain, recordsAgain);
  }

  private void destroyRows(ErasedPerson person, boolean byFunction, List<String> tables)
      throws SQLException {
    if (byFunction) {
      destroyRows(person);
      return;
    }
    for (String table : tables) {
      execute(
          records,
          "delete from \"" + table + "\" where controller_id = ? and customer_id = ?",
          person);
    }
  }

  private boolean hasFunction() throws SQLException {
    try (Statement statement = records.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select to_regprocedure('public.destroy_person(text, uuid)') is not null")) {
      row.next();
      boolean there = row.getBoolean(1);
      if (!there) {
        // Append-only triggers and foreign keys guard a working database, not its re-erasure.
        statement.execute("set session_replication_role = replica");
      }
      return there;
    }
  }

  private void destroyRows(ErasedPerson person) throws SQLException {
    try (PreparedStatement bind =
            records.prepareStatement("select set_config('shouxin.controller', ?, false)");
        PreparedStatement destroy = records.prepareStatement("select destroy_person(?, ?)")) {
      bind.setString(1, person.controllerId());
      bind.execute();
      destroy.setString(1, person.controllerId());
      destroy.setObject(2, UUID.fromString(person.subjectRef()));
      destroy.execute();
    }
  }

  private int destroyKey(ErasedPerson person) throws SQLException {
    return execute(
        keys,
        "update data_key set wrapped = null, destroyed_at = now()"
            + " where controller_id = ? and customer_id = ? and destroyed_at is null",
        person);
  }

  private static int execute(Connection connection, String sql, ErasedPerson person)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, person.controllerId());
      statement.setObject(2, UUID.fromString(person.subjectRef()));
      return statement.executeUpdate();
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
