package org.shouxin.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.shouxin.bench.consent.PartnerConsent;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Installation;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.Progress;
import org.shouxin.launcher.postgres.DatabaseName;

/** The running system that is measured: the built services in a home of their own. */
final class Bed implements AutoCloseable {
  static final String CONTROLLER = "ctl-donghai";
  static final String PARTNER = PartnerConsent.PARTNER;
  static final int PORT_OFFSET = 1_200;

  /**
   * The monitor takes a load test for what it looks like, a partner that harvests. Here it scores
   * as ever, by a version of the rules whose levels nobody reaches; nobody is left out of them.
   */
  private static final String WIDE_LEVELS =
      "insert into monitor_rule_set values ('ctl-donghai', 1000, '2021-11-01', 1e6, 2e6, 3e6, 4e6, 7, 21,"
          + " 'bench', now(), 'bench-second', now()) on conflict do nothing";

  private static final String SHIPPED_RULES =
      "insert into monitor_rule select 'ctl-donghai', 1000, signal, audience, soft, hard, points, growth,"
          + " ceiling from monitor_rule where controller_id = '*' on conflict do nothing";

  private final Installation installation;

  private Bed(Installation installation) {
    this.installation = installation;
  }

  /** Starts everything; the home is kept, so that seeded data is there the next time. */
  static Bed start(Path home, int portOffset) {
    Bed bed = new Bed(Installation.start(Layout.of(home, portOffset), new Progress(System.out)));
    bed.execute(DatabaseName.AUDIT, WIDE_LEVELS, SHIPPED_RULES);
    return bed;
  }

  Installation installation() {
    return installation;
  }

  Layout layout() {
    return installation.layout();
  }

  URI url(Component component, String path) {
    return installation.url(component).resolve(path);
  }

  String token(String personOrClient) {
    return installation.token(personOrClient);
  }

  int postgresPort() {
    return layout().port(Component.POSTGRESQL);
  }

  /** The password of the role that a service uses for its own database. */
  String password(DatabaseName database) {
    String service = database == DatabaseName.KEYS ? "records" : database.sql();
    Path file = layout().configuration().resolve(service + "-service.properties");
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String source = database == DatabaseName.KEYS ? ".keys" : "";
    return properties.getProperty("quarkus.datasource" + source + ".password");
  }

  /** Statements above every rule, for seeding. */
  void execute(DatabaseName database, String... statements) {
    try (Connection connection = installation.administrator(database);
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    } catch (SQLException e) {
      throw new BenchException("Seeding failed: " + e.getMessage(), e);
    }
  }

  /** The one number that a query gives. */
  long number(DatabaseName database, String query) {
    return Long.parseLong(text(database, query));
  }

  /** The one value that a query gives, as text. */
  String text(DatabaseName database, String query) {
    try (Connection connection = installation.administrator(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new BenchException("A query failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    installation.close();
  }
}
