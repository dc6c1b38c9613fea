package org.shouxin.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One embedded PostgreSQL for each test JVM; every database has an owner role (migrations) and a
 * runtime role that owns nothing and is bound by row-level security, as in production.
 */
public final class PostgresServer {
  private static final String PASSWORD = "test";
  private static final PostgresServer ONLY = new PostgresServer();

  private final EmbeddedPostgres server;

  private PostgresServer() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", "128MB")
              // As in production: what is committed is in the log of writes.
              .setServerConfig("synchronous_commit", "on")
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The server of this JVM, started at first use. */
  public static PostgresServer get() {
    return ONLY;
  }

  /** Creates the database with its two roles when it is not there; returns its JDBC address. */
  public synchronized String database(String name) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      try (var existing =
          statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
        if (existing.next()) {
          return url(name);
        }
      }
      statement.execute("create role " + name + "_owner login password '" + PASSWORD + "'");
      statement.execute("create role " + name + " login password '" + PASSWORD + "'");
      statement.execute("create database " + name + " owner " + name + "_owner");
    } catch (SQLException failed) {
      throw new IllegalStateException("cannot create database " + name, failed);
    }
    grant(name);
    return url(name);
  }

  private void grant(String name) {
    try (Connection connection = server.getDatabase("postgres", name).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("revoke create on schema public from public");
      statement.execute("grant all on schema public to " + name + "_owner");
      statement.execute("grant usage on schema public to " + name);
      String defaults = "alter default privileges for role " + name + "_owner grant ";
      statement.execute(defaults + "select, insert, update, delete on tables to " + name);
      statement.execute(defaults + "usage, select on sequences to " + name);
    } catch (SQLException failed) {
      throw new IllegalStateException("cannot grant rights in " + name, failed);
    }
  }

  /** A connection as superuser: the dishonest administrator of tamper tests. */
  public Connection administrator(String database) throws SQLException {
    return server.getDatabase("postgres", database).getConnection();
  }

  public String password() {
    return PASSWORD;
  }

  private String url(String name) {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
  }
}
