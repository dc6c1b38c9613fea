package org.shouxin.launcher.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The databases of one server and their roles: the owner runs the migrations; the runtime role owns
 * nothing and is bound by row-level security. Nobody else may connect.
 */
final class DatabaseRoles {
  /** Opens a connection as administrator. */
  @FunctionalInterface
  interface Administrator {
    Connection open(String database) throws SQLException;
  }

  private static final String RIGHTS =
      " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

  private final List<DatabaseName> names;
  private final Administrator administrator;
  private final UnaryOperator<String> passwords;

  DatabaseRoles(
      List<DatabaseName> names, Administrator administrator, UnaryOperator<String> passwords) {
    this.names = names;
    this.administrator = administrator;
    this.passwords = passwords;
  }

  /** Makes what is missing; sets the passwords to those of this installation. */
  void create() throws SQLException {
    for (DatabaseName name : names) {
      try (Connection connection = administrator.open("postgres");
          Statement statement = connection.createStatement()) {
        for (String role : List.of(name.owner(), name.sql())) {
          boolean there =
              exists(statement, "select 1 from pg_roles where rolname = '" + role + "'");
          String verb = there ? "alter role " : "create role ";
          statement.execute(verb + role + RIGHTS + " password '" + passwords.apply(role) + "'");
        }
        boolean known =
            exists(statement, "select 1 from pg_database where datname = '" + name.sql() + "'");
        if (!known) {
          statement.execute("create database " + name.sql() + " owner " + name.owner());
        }
      }
      grant(name);
    }
  }

  private void grant(DatabaseName name) throws SQLException {
    String database = name.sql();
    try (Connection connection = administrator.open(database);
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "revoke all on database " + database + " from public",
              "grant connect on database " + database + " to " + database,
              "alter schema public owner to " + name.owner(),
              "revoke all on schema public from public",
              "grant usage on schema public to " + database,
              "alter default privileges for role "
                  + name.owner()
                  + " grant select, insert, update, delete on tables to "
                  + database,
              "alter default privileges for role "
                  + name.owner()
                  + " grant usage, select on sequences to "
                  + database)) {
        statement.execute(sql);
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
