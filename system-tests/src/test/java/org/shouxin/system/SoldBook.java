package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.platform.identity.Ids;

/** One sale from ctl-donghai to ctl-xinghe, asked of the gateway by the people who do it. */
final class SoldBook {
  private static final String STAGE = "{ id stage gates { code met detail } }";
  static final String SELLER = "deng.compliance";
  static final String BUYER = "he.compliance";
  private static final Set<String> IDENTITY =
      Set.of("person", "statement", "conflictChoice", "bankAccount", "correction");

  private final RunningSystem system;
  private final RunningSystem buyer;
  private String id = "";

  SoldBook(RunningSystem system, RunningSystem buyer) {
    this.system = system;
    this.buyer = buyer;
  }

  String id() {
    return id;
  }

  void open(String manager) {
    id =
        step(
                system,
                SELLER,
                "mutation($input: OpenTransferInput!) { openTransfer(input: $input) { id } }",
                Map.of(
                    "input",
                    Map.of(
                        "dealType", "MERGER",
                        "fromControllerId", "ctl-donghai",
                        "toControllerId", "ctl-xinghe",
                        "toControllerName", "星河保险经纪有限公司",
                        "toControllerContact", "上海市徐汇区示例街 16 号 dpo@xinghe.example",
                        "cutOverOn", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                        "scope", "MANAGER:" + manager)),
                "openTransfer")
            .path("id")
            .asText();
  }

  /** A seller's operation about this transfer; the query may use {@code $id}. */
  JsonNode seller(String query, Map<String, Object> more, String field) {
    Map<String, Object> variables = new HashMap<>(more);
    if (query.contains("$id")) {
      variables.put("id", id);
    }
    return step(system, SELLER, query, variables, field);
  }

  JsonNode buyer(String query, Map<String, Object> variables, String field) {
    return step(buyer, BUYER, query, variables, field);
  }

  /** Moves on; the stage then. */
  String advance() {
    return seller(
            "mutation($id: ID!) { advanceTransfer(transferId: $id) " + STAGE + " }",
            Map.of(),
            "advanceTransfer")
        .path("stage")
        .asText();
  }

  /** The codes with which moving on is refused. */
  List<String> advanceRefused() {
    return system
        .caller(SELLER)
        .ask("mutation($id: ID!) { advanceTransfer(transferId: $id) { stage } }", Map.of("id", id))
        .codes();
  }

  /** Gates of the stage that are not met, with their numbers. */
  List<String> gates() {
    List<String> unmet = new ArrayList<>();
    seller("query($id: ID!) { transfer(id: $id) " + STAGE + " }", Map.of(), "transfer")
        .path("gates")
        .forEach(gate -> {
          if (!gate.path("met").asBoolean()) {
            unmet.add(gate.path("code").asText() + " " + gate.path("detail").asText());
          }
        });
    return unmet;
  }

  /** Approves the package with the receiver's keys as their gate shows them. */
  void approve(String person) {
    for (JsonNode gate :
        seller("query($id: ID!) { transfer(id: $id) " + STAGE + " }", Map.of(), "transfer")
            .path("gates")) {
      if (gate.path("code").asText().equals("RECEIVER_NAMED")) {
        evidence(person, "PACKAGE_APPROVED", gate.path("detail").asText());
      }
    }
  }

  Answer tryEvidence(String person, String gate, String reference) {
    return system
        .caller(person)
        .ask(
            "mutation($id: ID!, $gate: String!, $reference: String!) { recordTransferEvidence("
                + "transferId: $id, gate: $gate, reference: $reference) { stage } }",
            Map.of("id", id, "gate", gate, "reference", reference));
  }

  void evidence(String person, String gate, String reference) {
    Answer answer = tryEvidence(person, gate, reference);
    assertThat(answer.codes()).as(answer.body()).isEmpty();
  }

  /** Publishes the notice with items up to that one. */
  Answer publish(String language, int last) {
    return system
        .caller(SELLER)
        .ask(
            "mutation($input: PublishTransferNoticeInput!) { publishTransferNotice(input: $input) { stage } }",
            Map.of(
                "input",
                Map.of(
                    "transferId", id,
                    "language", language,
                    "items",
                        IntStream.rangeClosed(3, last)
                            .mapToObj(item ->
                                Map.of("code", "T-%02d".formatted(item), "text", "item " + item))
                            .toList())));
  }

  void deliver(List<String> customers) {
    assertThat(
            seller(
                    "mutation($id: ID!, $outcomes: [DeliveryInput!]!) { recordTransferDeliveries("
                        + "transferId: $id, outcomes: $outcomes) }",
                    Map.of(
                        "outcomes",
                        customers.stream()
                            .map(each ->
                                Map.of("customerId", each, "channel", "SMS", "delivered", true))
                            .toList()),
                    "recordTransferDeliveries")
                .asInt())
        .isEqualTo(customers.size());
  }

  /** The thirty days after the last notice pass: the deliveries are made older. */
  void timePasses() throws SQLException {
    try (Connection records = system.installation().administrator(DatabaseName.RECORDS);
        Statement statement = records.createStatement()) {
      statement.execute(
          "update transfer_person set delivered_at = delivered_at - interval '32 days'"
              + " where transfer_id = '"
              + id
              + "'");
    }
  }

  static Map<String, String> key(JsonNode key) {
    return Map.of(
        "kty", key.path("kty").asText(),
        "crv", key.path("crv").asText(),
        "x", key.path("x").asText());
  }

  Answer name(Map<String, String> receiving, Map<String, String> signing) {
    return system
        .caller(SELLER)
        .ask(
            "mutation($input: NameReceiverInput!) { nameTransferReceiver(input: $input) { stage } }",
            Map.of(
                "input",
                Map.of("transferId", id, "receivingKey", receiving, "signingKey", signing)));
  }

  Answer pack() {
    return system
        .caller(SELLER)
        .ask("mutation($id: ID!) { packTransfer(transferId: $id) { sealed } }", Map.of("id", id));
  }

  /** Packs on, once the retention clocks of all these people are known. */
  boolean packOn() {
    AtomicReference<Answer> answer = new AtomicReference<>(pack());
    while (answer.get().codes().equals(List.of("RETENTION_CLOCKS_UNKNOWN"))) {
      Eventually.passes(() -> {
        answer.set(pack());
        assertThat(answer.get().codes()).doesNotContain("RETENTION_CLOCKS_UNKNOWN");
      });
    }
    assertThat(answer.get().codes()).as(answer.get().body()).isEmpty();
    return answer.get().data("packTransfer").path("sealed").asBoolean();
  }

  /**
   * A drill that passed, told as the operator's command tells it, and named once it is in the log.
   */
  void verifiedBackup() {
    Instant now = Instant.now();
    String digest = (Ids.random() + "" + Ids.random()).replace("-", "");
    Map<String, Object> report = new HashMap<>();
    report.put("reportSha256", digest);
    report.put("recordsBackup", "20261122T181500Z-3f9a01bc");
    report.put("keysBackup", "20261122T181530Z-8b7c22d0");
    report.put("recordsBackedUpAt", now.toString());
    report.put("startedAt", now.toString());
    report.put("endedAt", now.plusSeconds(9).toString());
    report.put("passed", true);
    for (String figure :
        List.of(
            "rpoSeconds",
            "rtoSeconds",
            "tablesCompared",
            "rowsCompared",
            "ledgerEntries",
            "erasedTried",
            "erasedReadable")) {
      report.put(figure, 0);
    }
    Answer kept =
        Caller.send(
            request(system, Component.AUDIT, "/v1/restore-tests", "ops.operator")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(Caller.JSON.valueToTree(report).toString()))
                .build());
    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    String event =
        seller("{ verifiedBackups { eventId backedUpAt } }", Map.of(), "verifiedBackups")
            .path(0)
            .path("eventId")
            .asText();
    Eventually.passes(
        () -> assertThat(tryEvidence(SELLER, "BACKUP_VERIFIED", event).codes()).isEmpty());
  }

  Map<String, String> sellersKey() {
    return key(
        seller("{ transferKeys { signingKey { kty crv x } } }", Map.of(), "transferKeys")
            .path("signingKey"));
  }

  Map<String, String> buyersKey() {
    return key(
        buyer("{ transferKeys { signingKey { kty crv x } } }", Map.of(), "transferKeys")
            .path("signingKey"));
  }

  /** Decides about every class: who she is goes as far as the law lets it, the others are kept. */
  void decideLeftovers(List<String> itemClasses) {
    JsonNode open = Caller.JSON.createArrayNode();
    for (String name : itemClasses) {
      open =
          seller(
              "mutation($input: DecideLeftoverInput!) { decideLeftover(input: $input) }",
              Map.of(
                  "input",
                  Map.of(
                      "transferId",
                      id,
                      "itemClass",
                      name,
                      "decision",
                      IDENTITY.contains(name) ? "DESTROY" : "KEEP_RESTRICTED",
                      "basis",
                      "RT-02")),
              "decideLeftover");
    }
    assertThat(open).isEmpty();
  }

  List<String> column(String query) throws SQLException {
    return column(system, query);
  }

  static List<String> column(RunningSystem where, String query) throws SQLException {
    try (Connection records = where.installation().administrator(DatabaseName.RECORDS);
        Statement statement = records.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  int count(String query) throws SQLException {
    return Integer.parseInt(column(query).getFirst());
  }

  private static JsonNode step(
      RunningSystem where, String person, String query, Map<String, ?> variables, String field) {
    Answer answer = where.caller(person).ask(query, variables);
    assertThat(answer.codes()).as(answer.body()).isEmpty();
    return answer.data(field);
  }

  static HttpRequest.Builder request(
      RunningSystem where, Component service, String path, String person) {
    return HttpRequest.newBuilder(where.url(service).resolve(path))
        .header("Authorization", "Bearer " + where.installation().token(person));
  }
}
