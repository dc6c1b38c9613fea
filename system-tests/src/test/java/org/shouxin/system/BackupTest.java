package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.platform.identity.Ids;

/** {@code ./shouxin backup} and {@code restore-drill} on the running system (R-RC-08, RT-21). */
@SystemTest
class BackupTest {
  private final RunningSystem system;

  BackupTest(RunningSystem system) {
    this.system = system;
  }

  @Test
  void aRestoreBringsNobodyBackAndADrillThatCouldReadAnErasedPersonNamesHer() throws Exception {
    BookFile book = new BookFile();
    book.good(new PlantedPerson(460));
    new Importer(system).send(book.bytes(StandardCharsets.UTF_8));
    String subject = newestPerson();

    ShouxinCommand.Ended backup = shouxin("backup");
    assertThat(backup.status()).as(backup.said()).isEqualTo(0);
    assertThat(backup.said()).contains("records ", "keys ");
    destroyKeyOf(subject);
    Eventually.passes(() -> assertThat(ledger()).content().contains(subject));

    ShouxinCommand.Ended drill = shouxin("restore-drill");
    assertThat(drill.status()).as(drill.said()).isEqualTo(0);
    assertThat(drill.said())
        .contains("Result: passed", "keys still in the backups and destroyed again: 1")
        .doesNotContain(new PlantedPerson(460).name());
    assertThat(restoreTests()).contains("\"passed\":true", "\"erasedReadable\":0");

    Files.writeString(ledger(), "");
    ShouxinCommand.Ended red = shouxin("restore-drill");
    assertThat(red.status()).isEqualTo(1);
    assertThat(red.said()).contains("ERASED_READABLE ctl-donghai/" + subject + " VALUE");
    Files.delete(ledger());
    Eventually.passes(() -> assertThat(ledger()).content().contains(subject));
  }

  @Test
  void nobodyDeletesOrRestoresABackupWithoutAnotherPersonsApproval() throws Exception {
    ShouxinCommand.Ended backup = shouxin("backup", "--json");
    assertThat(backup.status()).as(backup.said()).isEqualTo(0);
    JsonNode taken =
        new ObjectMapper().readTree(backup.said().substring(backup.said().indexOf('[')));
    String keys = taken.get(1).path("id").asText();
    Path base = system.home().resolve("backup/keys").resolve(keys).resolve("base.sealed");
    Caller operator = system.caller("ops.operator");
    String access =
        operator
            .ask(
                "mutation($keys: String!) { requestBackupAccess(input: {act: \"DELETE\", keysBackup: $keys,"
                    + " reason: \"a destroyed key has to end today\"}) { id } }",
                Map.of("keys", keys))
            .data("requestBackupAccess")
            .path("id")
            .asText();
    assertThat(approval(operator, access).codes()).containsExactly("FOUR_EYES");
    String[] deletion = {"backup", "--delete", "--keys", keys, "--access", access};
    ShouxinCommand.Ended alone = shouxin(deletion);
    assertThat(alone.status()).isEqualTo(1);
    assertThat(alone.said()).contains("BACKUP_ACCESS_CONFLICT");
    assertThat(base).exists();

    assertThat(approval(system.caller("deng.compliance"), access).body()).contains("APPROVED");
    ShouxinCommand.Ended restore =
        shouxin(
            "restore",
            "--records",
            taken.get(0).path("id").asText(),
            "--keys",
            keys,
            "--access",
            access,
            "--into",
            system.home().resolve("restored").toString());
    assertThat(restore.said()).as("approved was a deletion").contains("BACKUP_ACCESS_CONFLICT");
    ShouxinCommand.Ended done = shouxin(deletion);
    assertThat(done.status()).as(done.said()).isEqualTo(0);
    assertThat(base).doesNotExist();
  }

  private static Answer approval(Caller caller, String access) {
    return caller.ask(
        "mutation($id: ID!) { approveBackupAccess(accessId: $id) { state } }",
        Map.of("id", access));
  }

  private Path ledger() {
    return system.home().resolve("backup/erasure-ledger.jsonl");
  }

  private ShouxinCommand.Ended shouxin(String... words) throws IOException, InterruptedException {
    return ShouxinCommand.run(system, words);
  }

  private String newestPerson() throws SQLException {
    try (Connection keys = system.installation().administrator(DatabaseName.KEYS);
        Statement statement = keys.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select customer_id::text from data_key where wrapped is not null"
                    + " and controller_id = 'ctl-donghai' order by created_at desc limit 1")) {
      row.next();
      return row.getString(1);
    }
  }

  /** As a destruction does it: the key is gone, and the log says so. */
  private void destroyKeyOf(String subject) throws SQLException {
    try (Connection keys = system.installation().administrator(DatabaseName.KEYS);
        Statement statement = keys.createStatement()) {
      statement.execute(
          "update data_key set wrapped = null, destroyed_at = now() where customer_id = '"
              + subject
              + "'");
    }
    String event =
        """
        {"source":"records-service.backup01","firstPosition":0,"events":[{"eventId":"%s",
         "controllerId":"ctl-donghai","occurredAt":"%s","type":"key.destroyed","subjectRef":"%s",
         "actor":{"kind":"system","id":"records-service"}}]}\
        """
            .formatted(Ids.next(), Instant.now(), subject);
    Answer stored =
        Caller.send(
            HttpRequest.newBuilder(system.url(Component.AUDIT).resolve("/v1/events"))
                .header("Authorization", "Bearer " + system.installation().token("records-service"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build());
    assertThat(stored.status()).as(stored.body()).isEqualTo(200);
  }

  private String restoreTests() {
    return Caller.send(
            HttpRequest.newBuilder(system.url(Component.AUDIT).resolve("/v1/restore-tests"))
                .header("Authorization", "Bearer " + system.installation().token("ai.auditor"))
                .GET()
                .build())
        .body();
  }
}
