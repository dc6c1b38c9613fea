package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;

/** Fifty people are destroyed before a witness, and then looked for everywhere (R-RC-11). */
@SystemTest
class DestructionTest {
  private static final int PEOPLE = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PLAN =
      "{ id state scopeDigest counts { state number } remaining { id state } }";
  private static final String SEARCH =
      "query($factors: CustomerFactors!) { findCustomer(factors: $factors, purpose: \"P-04\") { id name } }";

  private final RunningSystem system;
  private final List<PlantedPerson> people =
      IntStream.range(300, 300 + PEOPLE).mapToObj(PlantedPerson::new).toList();

  DestructionTest(RunningSystem system) {
    this.system = system;
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
    checkpointTwice();
    assertThat(files().flatMap(file -> needles.in(file).stream()))
        .as("before the destruction the wrapped keys are on disk, and nothing else")
        .containsOnly("a key");

    String plan = executedThoughKilled(customers);
    JsonNode certificate = certified(plan);

    assertThat(found(people.getFirst())).isFalse();
    assertThat(wrappedKeys(customers)).isEmpty();
    checkpointTwice();
    assertThat(files().flatMap(file -> places(needles, file))).isEmpty();
    for (DatabaseName database : DatabaseName.values()) {
      assertThat(dumped(database, needles)).as(database.sql()).isEmpty();
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
  }

  /** Imported with policies that ended long ago, so that no period of the law keeps them. */
  private List<String> planted() throws SQLException {
    BookFile book = new BookFile();
    people.forEach(person -> book.with(person, Map.of("起保日期", "2009-03-06", "终止日期", "2012-03-05")));
    Instant before = Instant.now();
    new Importer(system).send(book.bytes(StandardCharsets.UTF_8));
    List<String> ids =
        column(
            DatabaseName.RECORDS,
            "select id::text from customer where controller_id = 'ctl-donghai'"
                + " and created_at >= timestamptz '"
                + before
                + "'");
    assertThat(ids).hasSize(PEOPLE);
    return ids;
  }

  private String executedThoughKilled(List<String> customers) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (String customer : customers) {
      items.add(Map.of("store", "records", "customerId", customer, "retentionClass", "RT-02"));
      items.add(Map.of("store", "consent", "customerId", customer, "retentionClass", "RT-06"));
    }
    JsonNode plan =
        step(
            "deng.compliance",
            "mutation($input: ProposeDestructionInput!) { proposeDestruction(input: $input) "
                + PLAN
                + " }",
            Map.of("input", Map.of("cause", "RETENTION_ENDED", "items", items)),
            "proposeDestruction");
    String id = plan.path("id").asText();
    Map<String, String> named = Map.of("id", id, "digest", plan.path("scopeDigest").asText());
    String approve =
        "mutation($id: ID!, $digest: String!) { approveDestruction(planId: $id, scopeDigest: $digest) "
            + PLAN
            + " }";
    assertThat(system.caller("deng.compliance").ask(approve, named).codes())
        .containsExactly("FOUR_EYES");
    step("sun.supervisor", approve, named, "approveDestruction");
    String execute =
        "mutation($id: ID!, $witness: String) { executeDestruction(planId: $id, witness: $witness) "
            + PLAN
            + " }";
    Map<String, String> withWitness = Map.of("id", id, "witness", "1002");
    assertThat(system.caller("ops.operator").ask(execute, Map.of("id", id)).codes())
        .containsExactly("WITNESS_MISSING");
    step("ops.operator", execute, withWitness, "executeDestruction");
    await(id, view -> done(view) > 0);
    system.installation().kill(Component.RECORDS);
    system.installation().startAgain(Component.RECORDS);
    await(id, view -> view.path("state").asText().equals("EXECUTED"));
    return id;
  }

  private JsonNode certified(String plan) {
    step(
        "ai.auditor",
        "mutation($id: ID!, $digest: String!) { witnessDestruction(planId: $id, scopeDigest: $digest) "
            + PLAN
            + " }",
        Map.of("id", plan, "digest", plan(plan).path("scopeDigest").asText()),
        "witnessDestruction");
    await(plan, view -> view.path("state").asText().equals("CERTIFIED"));
    String query =
        "query($id: ID!) { destructionCertificate(planId: $id)"
            + " { body sha256 proof { logIndex leaf hashes checkpoint } } }";
    Eventually.passes(() ->
        assertThat(
                system
                    .caller("ai.auditor")
                    .ask(query, Map.of("id", plan))
                    .data("destructionCertificate")
                    .path("proof")
                    .isObject())
            .isTrue());
    return system
        .caller("ai.auditor")
        .ask(query, Map.of("id", plan))
        .data("destructionCertificate");
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

  private JsonNode plan(String id) {
    return step(
        "ai.auditor",
        "query($id: ID!) { destructionPlan(id: $id) " + PLAN + " }",
        Map.of("id", id),
        "destructionPlan");
  }

  private void await(String plan, Predicate<JsonNode> reached) {
    Instant deadline = Instant.now().plus(PATIENCE);
    JsonNode view = plan(plan);
    while (!reached.test(view)) {
      assertThat(Instant.now()).as(view.toString()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      view = plan(plan);
    }
  }

  private static int done(JsonNode view) {
    for (JsonNode count : view.path("counts")) {
      if (count.path("state").asText().equals("DONE")) {
        return count.path("number").asInt();
      }
    }
    return 0;
  }

  private JsonNode step(String person, String query, Map<String, ?> variables, String field) {
    Answer answer = system.caller(person).ask(query, variables);
    assertThat(answer.codes()).as(answer.body()).isEmpty();
    return answer.data(field);
  }

  private List<byte[]> wrappedKeys(List<String> customers) throws SQLException {
    return column(
            DatabaseName.KEYS,
            "select encode(wrapped, 'hex') from data_key where wrapped is not null"
                + " and customer_id in ('"
                + String.join("','", customers)
                + "')")
        .stream()
        .map(HexFormat.of()::parseHex)
        .toList();
  }

  private List<String> column(DatabaseName database, String query) throws SQLException {
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

  /** Every row of every table as text, so that nothing hides behind compression. */
  private List<String> dumped(DatabaseName database, Needles needles) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String table :
        column(
            database,
            "select c.oid::regclass::text from pg_class c where c.relkind = 'r'"
                + " and c.relnamespace = 'public'::regnamespace")) {
      for (String row : column(database, "select t::text from " + table + " t")) {
        needles
            .in(row.getBytes(StandardCharsets.UTF_8))
            .forEach(name -> found.add(table + " holds " + name));
      }
    }
    return found;
  }

  /**
   * What is not needed any more leaves the write-ahead logs of both servers with the second
   * checkpoint.
   */
  private void checkpointTwice() throws SQLException {
    for (DatabaseName database : List.of(DatabaseName.RECORDS, DatabaseName.KEYS)) {
      try (Connection connection = system.installation().administrator(database);
          Statement statement = connection.createStatement()) {
        statement.execute("checkpoint");
        statement.execute("select pg_switch_wal()");
        statement.execute("checkpoint");
      }
    }
  }

  private Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(system.home())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("/archives/"))
          .toList()
          .stream();
    }
  }

  private Stream<String> places(Needles needles, Path file) {
    return needles.in(file).stream().map(name -> system.home().relativize(file) + " holds " + name);
  }
}
