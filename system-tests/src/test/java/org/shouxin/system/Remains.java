package org.shouxin.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shouxin.launcher.postgres.DatabaseName;

/** Where values could still lie: every file of the installation, every row of its databases. */
final class Remains {
  private final RunningSystem system;
  private final Needles needles;

  Remains(RunningSystem system, Needles needles) {
    this.system = system;
    this.needles = needles;
  }

  /** Names of the values that any file holds. */
  List<String> named() {
    return files().flatMap(file -> needles.in(file).stream()).toList();
  }

  /** Each file with what it holds; sealed backups and their archived WAL are searched, too. */
  List<String> onDisk() {
    return files()
        .flatMap(file ->
            needles.in(file).stream()
                .map(name -> system.home().relativize(file) + " holds " + name))
        .toList();
  }

  /** Every row of every table as text, so that nothing hides behind compression. */
  List<String> inRows(DatabaseName database) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String table :
        column(
            system,
            database,
            "select c.oid::regclass::text from pg_class c where c.relkind = 'r'"
                + " and c.relnamespace = 'public'::regnamespace")) {
      for (String row : column(system, database, "select t::text from " + table + " t")) {
        needles
            .in(row.getBytes(StandardCharsets.UTF_8))
            .forEach(name -> found.add(table + " holds " + name));
      }
    }
    return found;
  }

  static List<String> column(RunningSystem system, DatabaseName database, String query)
      throws SQLException {
    try (Connection connection = system.installation().administrator(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /**
   * What is not needed any more leaves the write-ahead logs of both servers with the second
   * checkpoint.
   */
  void checkpointTwice() throws SQLException {
    for (DatabaseName database : List.of(DatabaseName.RECORDS, DatabaseName.KEYS)) {
      try (Connection connection = system.installation().administrator(database);
          Statement statement = connection.createStatement()) {
        statement.execute("checkpoint");
        statement.execute("select pg_switch_wal()");
        statement.execute("checkpoint");
      }
    }
  }

  private Stream<Path> files() {
    try (Stream<Path> files = Files.walk(system.home())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("/archives/"))
          .toList()
          .stream();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
