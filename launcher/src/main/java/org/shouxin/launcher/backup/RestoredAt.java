package org.shouxin.launcher.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.postgres.Databases;

/**
 * A restored server at an address.
 *
 * @param server {@code host:port}
 * @param password the administrator's
 * @param tls settings of the driver, such as {@code sslmode=verify-full}; empty for none
 */
record RestoredAt(String server, String password, Properties tls) implements RestoredDatabases {
  @Override
  public Connection open(String database) {
    Properties settings = new Properties();
    settings.putAll(tls);
    settings.setProperty("user", Databases.ADMINISTRATOR);
    settings.setProperty("password", password);
    try {
      return DriverManager.getConnection("jdbc:postgresql://" + server + "/" + database, settings);
    } catch (SQLException e) {
      throw new LauncherException(
          "The restored database "
              + database
              + " at "
              + server
              + " cannot be opened: "
              + e.getMessage(),
          e);
    }
  }

  @Override
  public String toString() {
    return "RestoredAt[" + server + "]";
  }
}
