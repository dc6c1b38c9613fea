package org.shouxin.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.FreePorts;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.launcher.postgres.Databases;

/** The drill of a cluster, as its Job runs it, on two plain servers as if restored (R-RC-08). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterDrillTest {
  private static final String CLUSTERS = "/apis/postgresql.cnpg.io/v1/namespaces/shouxin/clusters/";
  private static final String WORKING =
      """
      {"spec":{"instances":3,"imageName":"postgresql:18.1","storage":{"size":"200Gi"},
       "postgresql":{"parameters":{"max_connections":"300"},"pg_hba":["hostssl consent consent all scram-sha-256"]},
       "managed":{"roles":[{"name":"consent"}]},
       "backup":{"retentionPolicy":"90d","barmanObjectStore":{"destinationPath":"s3://%s/"}}}}
      """;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
  private Layout layout;
  private SmallBook book;
  private StandInServer around;
  private Path secret;

  @BeforeAll
  void servers(@TempDir Path home) throws IOException, SQLException, GeneralSecurityException {
    layout = Layout.of(home, FreePorts.offset());
    book = new SmallBook(layout);
    book.person("李雷");
    secret = Files.writeString(home.resolve("secret"), "s3cret\n");
  }

  @AfterAll
  void stop() {
    book.close();
  }

  @BeforeEach
  void emptyLog() throws IOException, SQLException {
    around = new StandInServer();
    said.reset();
    book.execute(
        DatabaseName.AUDIT,
        "truncate log_entry",
        "alter sequence log_entry_log_index_seq minvalue 0 restart with 0");
  }

  @AfterEach
  void alone() {
    around.close();
  }

  @Test
  void whomThePublishedLogCallsErasedIsGoneBeforeAnythingIsReadAndTheLogIsTold() throws Exception {
    ErasedPerson erased = book.person("韩梅梅");
    restored(300, entry("access.read", "2026-11-22T10:00:00Z", ""));
    around.log.add(entry("key.destroyed", "2026-11-23T02:00:00Z", erased.subjectRef()));

    assertThat(onServers()).as(said.toString(StandardCharsets.UTF_8)).isTrue();

    JsonNode told = told();
    assertThat(told.path("passed").asBoolean()).isTrue();
    assertThat(told.path("ledgerEntries").asInt()).isEqualTo(1);
    assertThat(told.path("erasedTried").asInt()).isEqualTo(1);
    assertThat(told.path("erasedReadable").asInt()).isZero();
    assertThat(told.path("rowsCompared").asInt()).isEqualTo(300);
    assertThat(told.path("recordsBackedUpAt").asText())
        .as("what the restore lacks began here")
        .isEqualTo("2026-11-23T02:00:00Z");
    assertThat(told.path("rpoSeconds").asLong()).isPositive();
    assertThat(wrappedKeys(erased)).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("restore.tested kept-1");
  }

  @Test
  void aRestoreThatStillLeadsToAnErasedPersonFailsByHerPseudonym() throws Exception {
    ErasedPerson erased = book.person("韩梅梅");
    around.log.add(entry("key.destroyed", "2026-11-23T02:00:00Z", erased.subjectRef()));
    book.execute(
        DatabaseName.RECORDS,
        "create function destroy_person(text, uuid) returns integer language sql as 'select 0'");
    boolean passed = onServers();
    book.execute(DatabaseName.RECORDS, "drop function destroy_person");

    assertThat(passed).isFalse();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("ERASED_READABLE ctl-test/" + erased.subjectRef() + " TRACES");
    assertThat(told().path("passed").asBoolean()).isFalse();
    assertThat(told().path("erasedReadable").asInt()).isEqualTo(1);
  }

  @Test
  void aLogThatNoLongerTellsAnErasureOfItsCheckpointIsNoLedger() throws Exception {
    ErasedPerson erased = book.person("韩梅梅");
    restored(2, entry("access.read", "2026-11-22T10:00:00Z", ""));
    around.log.add(entry("key.destroyed", "2026-11-23T02:00:00Z", erased.subjectRef()));
    around.root = around.root();
    around.log.set(2, around.log.getFirst());

    assertThat(onServers()).isFalse();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("BACKUP_UNUSABLE the published entries are not those of the log's checkpoint");
  }

  @Test
  void aRestoredLogThatIsNotThePublishedOneIsFoundByTheEntry() throws Exception {
    restored(270, entry("access.read", "2026-11-22T10:00:00Z", ""));
    book.execute(
        DatabaseName.AUDIT,
        "update log_entry set entry = replace(entry, 'read', 'redd') where log_index = 261");
    assertThat(onServers()).isFalse();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("TABLE_DIFFERS audit.log_entry: entry 261");

    book.execute(DatabaseName.AUDIT, "delete from log_entry where log_index = 12");
    assertThat(onServers()).isFalse();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("TABLE_DIFFERS audit.log_entry: entry 12");
  }

  @Test
  void aClusterThatDoesNotComeBackInTimeFailsTheDrillAndIsThrownAway() throws Exception {
    around.objects.put(CLUSTERS + "shouxin", WORKING.formatted("records"));
    around.objects.put(CLUSTERS + "shouxin-keys", WORKING.formatted("keys"));
    KubernetesApi api = new KubernetesApi(around.url(), new Http(), () -> "t", "shouxin");
    boolean passed =
        job().recover(api, "shouxin", "shouxin-keys", Duration.ofMillis(1), Duration.ZERO, out);

    assertThat(passed).isFalse();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("BACKUP_UNUSABLE drill-shouxin was not brought back in time");
    assertThat(told().path("passed").asBoolean()).isFalse();
    assertThat(around.asked)
        .containsSubsequence(
            "GET " + CLUSTERS + "shouxin",
            "DELETE " + CLUSTERS + "drill-shouxin",
            "POST /apis/postgresql.cnpg.io/v1/namespaces/shouxin/clusters",
            "POST /v1/restore-tests",
            "DELETE " + CLUSTERS + "drill-shouxin",
            "DELETE " + CLUSTERS + "drill-shouxin-keys");
  }

  @Test
  void theRestoredKeysAreThrownAwayThoughTheRecordsCannotBe() {
    String records = "DELETE " + CLUSTERS + "drill-shouxin";
    around.broken.add(records);
    KubernetesApi api = new KubernetesApi(around.url(), new Http(), () -> "t", "shouxin");

    assertThatThrownBy(() ->
            job().recover(api, "shouxin", "shouxin-keys", Duration.ofMillis(1), Duration.ZERO, out))
        .isInstanceOf(RuntimeException.class);
    assertThat(around.asked).containsSubsequence(records, records + "-keys");
  }

  @Test
  void aRestoredClusterArchivesNothingAndOnlyTheAdministratorMayEnter() throws Exception {
    JsonNode working = new ObjectMapper().readTree(WORKING.formatted("records"));
    JsonNode asked = RecoveredCluster.manifest("shouxin", working);
    assertThat(asked)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"apiVersion":"postgresql.cnpg.io/v1","kind":"Cluster",
                     "metadata":{"name":"drill-shouxin","labels":{"app.kubernetes.io/part-of":"shouxin"}},
                     "spec":{"instances":1,"imageName":"postgresql:18.1","storage":{"size":"200Gi"},
                      "enableSuperuserAccess":true,
                      "postgresql":{"parameters":{"max_connections":"300","log_error_verbosity":"terse",
                                                  "log_min_error_statement":"panic"},
                                    "pg_hba":["hostssl all postgres all scram-sha-256","host all all all reject"]},
                      "certificates":{"serverCASecret":"restore-drill-database-tls",
                                      "serverTLSSecret":"restore-drill-database-tls"},
                      "inheritedMetadata":{"labels":{"shouxin.org/role":"restored-database"}},
                      "bootstrap":{"recovery":{"source":"shouxin"}},
                      "externalClusters":[{"name":"shouxin",
                                           "barmanObjectStore":{"destinationPath":"s3://records/"}}]}}
                    """));
  }

  /** So many entries, restored and published alike. */
  private void restored(int entries, String entry) throws SQLException {
    try (Connection audit = book.databases().administrator(DatabaseName.AUDIT);
        PreparedStatement insert =
            audit.prepareStatement("insert into log_entry (entry) values (?)")) {
      for (int i = 0; i < entries; i++) {
        String one = entry.replace("access.read", "access.read" + i);
        insert.setString(1, one);
        insert.addBatch();
        around.log.add(one);
      }
      insert.executeBatch();
    }
  }

  private static String entry(String type, String at, String subject) {
    return "{\"controllerId\":\"%s\",\"occurredAt\":\"%s\",\"subjectRef\":\"%s\",\"type\":\"%s\"}"
        .formatted(SmallBook.CONTROLLER, at, subject, type);
  }

  private boolean onServers() throws IOException {
    Path password =
        Files.writeString(
            layout.home().resolve("password"), book.databases().password(Databases.ADMINISTRATOR));
    return job()
        .runOn(
            "127.0.0.1:" + layout.port(Component.POSTGRESQL),
            "127.0.0.1:" + layout.port(Component.KEY_STORE),
            password,
            out);
  }

  private DrillJob job() {
    return new DrillJob(
        around.url(),
        around.url().resolve("/realms/shouxin"),
        "restore-drill",
        secret,
        layout.home().resolve("vault-keysets"),
        null,
        null);
  }

  private JsonNode told() throws IOException {
    return new ObjectMapper().readTree(around.sent.getOrDefault("/v1/restore-tests", "{}"));
  }

  private int wrappedKeys(ErasedPerson person) throws SQLException {
    try (Connection keys = book.databases().administrator(DatabaseName.KEYS);
        Statement statement = keys.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from data_key where wrapped is not null and customer_id = '"
                    + person.subjectRef()
                    + "'")) {
      row.next();
      return row.getInt(1);
    }
  }
}
