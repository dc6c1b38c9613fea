package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.platform.identity.Ids;

/** Fifty people are destroyed before a witness, and then looked for everywhere (R-RC-11). */
@SystemTest
class DestructionTest {
  private static final int PEOPLE = 50;
  private static final String RECEIVER = "insurer-2014";
  private static final String SEARCH =
      "query($factors: CustomerFactors!) { findCustomer(factors: $factors, purpose: \"P-04\") { id"
          + " name } }";

  private final RunningSystem system;
  private final Destructions destructions;
  private final List<PlantedPerson> people =
      IntStream.range(300, 300 + PEOPLE).mapToObj(PlantedPerson::new).toList();

  DestructionTest(RunningSystem system) {
    this.system = system;
    this.destructions = new Destructions(system);
  }

  @Test
  void destroyedPeopleAreNowhereThoughTheServiceWasKilledMeanwhileAndTheLogStillVerifies()
      throws Exception {
    List<String> customers = planted();
    Needles needles = new Needles();
    people.forEach(person ->
        person.secrets().forEach(secret -> needles.text("a value of " + person.index(), secret)));
    wrappedKeys(customers)
        .forEach(
            key -> needles.bytes("a key", key).text("a key in hex", HexFormat.of().formatHex(key)));
    assertThat(found(people.getFirst())).isTrue();
    Remains remains = new Remains(system, needles);
    remains.checkpointTwice();
    assertThat(remains.named())
        .as("before the destruction the wrapped keys are on disk, and nothing else")
        .containsOnly("a key");

    String export = exportedLongAgo(customers.subList(0, 3));
    int everybody = customersInAll();
    done("backup");

    String plan = executedThoughKilled(customers);
    destructions.witnessed(plan);
    destructions.confirmedFor(RECEIVER, 3);
    JsonNode certificate = destructions.certificate(plan);

    assertThat(found(people.getFirst())).isFalse();
    assertThat(wrappedKeys(customers)).isEmpty();
    assertNowhereOnDisk(remains);
    for (DatabaseName database : DatabaseName.values()) {
      assertThat(remains.inRows(database)).as(database.sql()).isEmpty();
    }
    List<JsonNode> entries = system.log().verifiedEntries();
    assertThat(
            entries.stream()
                .filter(entry -> entry.path("type").asText().equals("key.destroyed"))
                .map(entry -> entry.path("subjectRef").asText())
                .toList())
        .containsAll(customers)
        .doesNotHaveDuplicates();
    assertProven(certificate);
    assertAddsUp(certificate, export);
    assertThat(customersInAll()).isEqualTo(everybody - PEOPLE);
    assertNoBackupOpensThem(customers);
    assertNowhereOnDisk(remains);
  }

  /**
   * Sealed backups and their archived WAL included. A segment of the WAL goes with the first
   * checkpoint after it was archived, so each look comes after checkpoints of its own.
   */
  private static void assertNowhereOnDisk(Remains remains) {
    Eventually.passes(
        Duration.ofMinutes(2),
        () -> {
          try {
            remains.checkpointTwice();
          } catch (SQLException failed) {
            throw new IllegalStateException(failed);
          }
          assertThat(remains.onDisk()).isEmpty();
        });
  }

  private int customersInAll() throws SQLException {
    return Integer.parseInt(
        Remains.column(system, DatabaseName.RECORDS, "select count(*)::text from customer")
            .getFirst());
  }

  /** Imported with policies that ended long ago, so that no period of the law keeps them. */
  private List<String> planted() throws SQLException {
    BookFile book = new BookFile();
    people.forEach(person -> book.with(person, Map.of("起保日期", "2009-03-06", "终止日期", "2012-03-05")));
    Instant before = Instant.now();
    new Importer(system).send(book.bytes(StandardCharsets.UTF_8));
    List<String> ids =
        Remains.column(
            system,
            DatabaseName.RECORDS,
            "select id::text from customer where controller_id = 'ctl-donghai'"
                + " and created_at >= timestamptz '"
                + before
                + "'");
    assertThat(ids).hasSize(PEOPLE);
    return ids;
  }

  /** They were last heard of long ago, too: half a year from today is no age for a test. */
  private void lastHeardOfLongAgo(List<String> customers) {
    BrokerTables audit = new BrokerTables(system, DatabaseName.AUDIT);
    Eventually.passes(() ->
        assertThat(
                audit.change(
                    "update retention_item set start_on = '2012-03-05', due_on = '2012-09-01'"
                        + " where class = 'RT-15' and subject_ref in ('"
                        + String.join("','", customers)
                        + "')"))
            .isEqualTo(PEOPLE));
  }

  private String executedThoughKilled(List<String> customers) {
    lastHeardOfLongAgo(customers);
    List<Map<String, Object>> items = new ArrayList<>();
    for (String customer : customers) {
      items.add(Map.of("store", "records", "customerId", customer, "retentionClass", "RT-02"));
      items.add(Map.of("store", "consent", "customerId", customer, "retentionClass", "RT-06"));
    }
    String id = destructions.started(items);
    destructions.await(id, view -> Destructions.done(view) > 0);
    system.installation().kill(Component.RECORDS);
    system.installation().startAgain(Component.RECORDS);
    destructions.await(id, view -> view.path("state").asText().equals("EXECUTED"));
    return id;
  }

  /** Three of them stood in a file that a partner fetched in an earlier year. */
  private String exportedLongAgo(List<String> customers) throws SQLException {
    String export = Ids.next().toString();
    try (Connection records = system.installation().administrator(DatabaseName.RECORDS);
        Statement statement = records.createStatement()) {
      statement.execute(
          "insert into export (controller_id, id, requested_by, receiver, receiver_key, purpose,"
              + " reference, format, people, requested_at, decide_by, decided_by, decided_at,"
              + " fetch_by, produced_at, marked_rows) values ('ctl-donghai', '"
              + export
              + "', '1001', '"
              + RECEIVER
              + "', 'k', 'P-04', 'ORD-2014', 'CSV', array['"
              + String.join("','", customers)
              + "']::uuid[], '2014-01-01', '2014-01-02', '1002', '2014-01-01', '2014-01-02',"
              + " '2014-01-01', 3)");
    }
    return export;
  }

  /** What the certificate says adds up, and names the copy outside with its receiver's word. */
  private void assertAddsUp(JsonNode certificate, String export) throws IOException {
    JsonNode body = Caller.JSON.readTree(certificate.path("body").asText());
    assertThat(body.path("people").asInt()).isEqualTo(PEOPLE);
    assertThat(body.path("keysDestroyed").asInt()).isEqualTo(PEOPLE);
    assertThat(body.path("lines").valueStream().mapToInt(line -> line.path("number").asInt()).sum())
        .isEqualTo(body.path("items").asInt())
        .isEqualTo(2 * PEOPLE);
    JsonNode outside = body.path("outsideCopies");
    assertThat(outside).hasSize(1);
    assertThat(outside.path(0).path("exportId").asText()).isEqualTo(export);
    assertThat(outside.path(0).path("people").asInt()).isEqualTo(3);
    assertThat(outside.path(0).path("confirmed").asInt()).isEqualTo(3);
  }

  /**
   * The backup from before brings nobody back, since the ledger is replayed; the next one holds
   * none of their keys any more.
   */
  private void assertNoBackupOpensThem(List<String> customers) throws Exception {
    Path ledger = system.home().resolve("backup/erasure-ledger.jsonl");
    Eventually.passes(() -> assertThat(ledger).content().contains(customers));
    assertThat(done("restore-drill"))
        .contains("keys still in the backups and destroyed again: " + PEOPLE)
        .contains("Single records still in the backups and destroyed again: " + PEOPLE);
    done("backup");
    assertThat(done("restore-drill"))
        .contains("keys still in the backups and destroyed again: 0")
        .contains("Single records still in the backups and destroyed again: 0");
  }

  private String done(String command) throws IOException, InterruptedException {
    ShouxinCommand.Ended ended = ShouxinCommand.run(system, command);
    assertThat(ended.status()).as(ended.said()).isZero();
    return ended.said();
  }

  /** The certificate's digest stands in an entry that is in the signed tree. */
  private void assertProven(JsonNode certificate) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(certificate.path("body").asText().getBytes(StandardCharsets.UTF_8));
    assertThat(certificate.path("sha256").asText())
        .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    JsonNode proof = certificate.path("proof");
    JsonNode entry = Caller.JSON.readTree(proof.path("leaf").asText());
    assertThat(entry.path("afterHash").asText()).isEqualTo(certificate.path("sha256").asText());
    List<String> checkpoint = proof.path("checkpoint").asText().lines().toList();
    List<byte[]> path = new ArrayList<>();
    proof.path("hashes").forEach(hash -> path.add(Base64.getDecoder().decode(hash.asText())));
    byte[] root =
        MerkleTree.rootBy(
            proof.path("logIndex").asLong(),
            Long.parseLong(checkpoint.get(1)),
            MerkleTree.leaf(proof.path("leaf").asText().getBytes(StandardCharsets.UTF_8)),
            path);
    assertThat(Base64.getEncoder().encodeToString(root)).isEqualTo(checkpoint.get(2));
  }

  private boolean found(PlantedPerson person) {
    Answer answer = system.caller("wang.manager").ask(SEARCH, Map.of("factors", person.factors()));
    assertThat(answer.codes()).as(answer.body()).isEmpty();
    return answer.data("findCustomer").findValue("id") != null;
  }

  private List<byte[]> wrappedKeys(List<String> customers) throws SQLException {
    return Remains.column(
            system,
            DatabaseName.KEYS,
            "select encode(wrapped, 'hex') from data_key where wrapped is not null"
                + " and customer_id in ('"
                + String.join("','", customers)
                + "')")
        .stream()
        .map(HexFormat.of()::parseHex)
        .toList();
  }
}
