package org.shouxin.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.launcher.postgres.DatabaseName;

/** What an administrator of a database reads there, or changes to let time pass. */
final class BrokerTables {
  private final RunningSystem system;
  private final DatabaseName database;

  BrokerTables(RunningSystem system, DatabaseName database) {
    this.system = system;
    this.database = database;
  }

  /** The first column of every row. */
  List<String> column(String query) {
    try (Connection connection = system.installation().administrator(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  /**
   * Without the children, whose records need an approval: customers have random ids, so that the
   * first of a list is a child in some runs and not in others.
   */
  static List<String> adults(RunningSystem system, List<String> customers) {
    List<String> adults = new ArrayList<>(customers);
    adults.removeAll(
        new BrokerTables(system, DatabaseName.CONSENT)
            .column("select customer_id::text from childhood"));
    return adults;
  }

  /** The first so many columns of the first row. */
  List<String> row(String query, int columns) {
    try (Connection connection = system.installation().administrator(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      if (!rows.next()) {
        throw new AssertionError("no such row: " + query);
      }
      for (int column = 1; column <= columns; column++) {
        values.add(rows.getString(column));
      }
      return values;
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  /** How many rows were changed. */
  int change(String statement) {
    try (Connection connection = system.installation().administrator(database);
        Statement sql = connection.createStatement()) {
      return sql.executeUpdate(statement);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}
