package org.shouxin.launcher.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.Secrets;

/** Where the databases of an installation are, and how one gets in. */
public final class Databases {
  /** The role above every rule. */
  public static final String ADMINISTRATOR = "postgres";

  private final Layout layout;
  private final Secrets secrets;

  public Databases(Layout layout, Secrets secrets) {
    this.layout = layout;
    this.secrets = secrets;
  }

  /** JDBC address of a database. */
  public String url(DatabaseName database) {
    return url(database.server(), database.sql());
  }

  private String url(Component server, String database) {
    return "jdbc:postgresql://127.0.0.1:" + layout.port(server) + "/" + database;
  }

  /** The password of a role. */
  public String password(String role) {
    return secrets.get("postgresql." + role);
  }

  /** A connection as the server's administrator, who is above every rule: for set-up and tests. */
  public Connection administrator(DatabaseName database) throws SQLException {
    return administrator(database.server(), database.sql());
  }

  /** The same to any database of a server, such as {@code postgres}. */
  public Connection administrator(Component server, String database) throws SQLException {
    return DriverManager.getConnection(
        url(server, database), ADMINISTRATOR, password(ADMINISTRATOR));
  }
}
