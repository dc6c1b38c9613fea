package org.shouxin.audit.destruction.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.audit.checkpoint.Publisher;
import org.shouxin.audit.checkpoint.SignedNote;
import org.shouxin.audit.destruction.Desk;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.ProofCheck;
import org.shouxin.platform.identity.Ids;

@QuarkusTest
@AuditServiceTest
@NullUnmarked
class CertificateTest {
  private final UUID lilei = Ids.random();
  private final UUID hanmei = Ids.random();
  private final String partner = "p-" + Ids.random();

  @Inject CertificateIssue issue;
  @Inject Publisher publisher;
  @Inject ObjectMapper json;

  @Test
  void aCertificateIsIssuedOnceTheRecipientHasConfirmedAndItsDigestIsInTheLog() throws Exception {
    String plan = witnessed();
    issue.look();
    assertThat(Desk.WITNESS.plan(plan).getString("state")).isEqualTo("WITNESSED");
    Map<String, Object> request = request();
    Desk.CONSENT
        .post("/v1/destruction/recipient-requests/outcomes", outcome(request, "TOLD"))
        .then()
        .statusCode(204);
    Desk.CONSENT
        .post("/v1/destruction/recipient-requests/outcomes", outcome(request, "CONFIRMED"))
        .then()
        .statusCode(204);
    issue.look();
    JsonPath view = certified(plan);
    String body = view.getString("body");
    assertThat(view.getString("sha256")).isEqualTo(Digests.sha256(body));
    SignedNote note = SignedNote.parse(view.getString("note"));
    assertThat(note.isSignedBy(publisher.verifierKey())).isTrue();
    assertThat(note.text())
        .isEqualTo(
            "shouxin.org/destruction-certificate/v1\nctl-donghai\n"
                + plan
                + "\n"
                + view.getString("sha256")
                + "\n");
    JsonNode leaf = json.readTree(view.getString("proof.leaf"));
    assertThat(leaf.get("type").asText()).isEqualTo("destruction.certified");
    assertThat(leaf.get("afterHash").asText()).isEqualTo(view.getString("sha256"));
    assertThat(
            ProofCheck.includes(
                view.getLong("proof.logIndex"),
                sizeOf(view.getString("proof.checkpoint")),
                Hash.ofLeaf(view.getString("proof.leaf").getBytes(StandardCharsets.UTF_8)),
                view.getList("proof.hashes", String.class).stream().map(Hash::parse).toList(),
                Hash.parse(view.getString("proof.checkpoint").lines().toList().get(2))))
        .isTrue();
    JsonNode certificate = json.readTree(body);
    hasTheFieldsOfItsSchema(certificate);
    assertThat(certificate.has("absence")).isFalse();
    assertThat(certificate.at("/presences/0/witness").asText()).isEqualTo("2004");
    assertThat(certificate.get("people").asInt()).isEqualTo(2);
    assertThat(certificate.get("keysDestroyed").asInt()).isEqualTo(2);
    assertThat(certificate.at("/executed/by").asText()).isEqualTo("2003");
    assertThat(certificate.at("/witnessed/by").asText()).isEqualTo("2004");
    assertThat(certificate.at("/recipients/0/state").asText()).isEqualTo("CONFIRMED");
    assertThat(body).doesNotContain(lilei.toString()).doesNotContain(hanmei.toString());
    assertThat(Desk.events(plan, 9))
        .containsSubsequence(
            "destruction.planned",
            "destruction.approved",
            "destruction.started",
            "hold.checked",
            "destruction.executed",
            "destruction.witnessed",
            "recipient.confirmed",
            "destruction.certified");
  }

  @Test
  void aPersonIsToldByHerCodeWhatWasDestroyedAndCanProveIt() {
    String plan = witnessed();
    String code =
        Desk.PROPOSER
            .post(
                "/v1/destruction/plans/" + plan + "/codes", Map.of("customerId", hanmei.toString()))
            .path("code");
    JsonPath summary = open(code);
    assertThat(summary.getString("number")).isEqualTo(plan);
    assertThat(summary.getList("items.method")).containsExactly("SHRED_KEY");
    assertThat(summary.getList("recipients.recipientId")).isEmpty();
    assertThat(
            ProofCheck.includes(
                summary.getInt("items[0].path.index"),
                summary.getInt("items[0].path.size"),
                url(summary.getString("items[0].digest")),
                summary.getList("items[0].path.hashes", String.class).stream()
                    .map(CertificateTest::url)
                    .toList(),
                url(summary.getString("scopeDigest"))))
        .isTrue();
    assertThat(summary.prettify()).doesNotContain(lilei.toString());
    RestAssured.given()
        .contentType(ContentType.JSON)
        .body(Map.of("code", "2".repeat(21)))
        .post("/v1/destruction/summaries")
        .then()
        .statusCode(404)
        .body("code", equalTo("DESTRUCTION_NOT_FOUND"));
  }

  @Test
  void theCertificateIsPrintedInBothLanguages() {
    String plan = Desk.started(List.of(Desk.person(Ids.random())));
    Desk.RECORDS.destroyAll(plan);
    Desk.WITNESS.witness(plan).then().statusCode(200);
    issue.look();
    certified(plan);
    for (String language : List.of("zh-CN", "en")) {
      byte[] pdf =
          RestAssured.given()
              .auth()
              .oauth2(Desk.WITNESS.token())
              .queryParam("language", language)
              .get("/v1/destruction/plans/" + plan + "/certificate/document")
              .then()
              .statusCode(200)
              .contentType("application/pdf")
              .extract()
              .asByteArray();
      assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    }
  }

  @Test
  void theLedgerListsDestroyedKeysInTheOrderOfTheLog() {
    Map<String, Object> event =
        Reporter.event(
            "ctl-donghai", "key.destroyed", "system", "records-service", lilei, List.of());
    event.put("resource", Map.of("type", "data-key"));
    Map<String, Object> record =
        Reporter.event(
            "ctl-donghai", "record.destroyed", "system", "records-service", hanmei, List.of());
    String policy = Ids.random().toString();
    record.put("resource", Map.of("type", "policy", "id", policy));
    new Reporter().report(List.of(event, record));
    List<Map<String, Object>> lines =
        Desk.RECORDS.get("/v1/destruction/ledger?after=-1").getList("");
    List<Map<String, Object>> own =
        lines.stream()
            .filter(line ->
                line.get("subjectRef").equals(lilei.toString())
                    || line.get("subjectRef").equals(hanmei.toString()))
            .toList();
    assertThat(own.get(0)).containsEntry("type", "key.destroyed").containsEntry("recordRef", "");
    assertThat(own.get(1)).containsEntry("recordRef", policy);
    Desk.WITNESS.post("/v1/destruction/orders/next", Map.of()).then().statusCode(403);
  }

  /** All that the contract asks for, and nothing that it does not know. */
  static void hasTheFieldsOfItsSchema(JsonNode certificate) throws IOException {
    JsonNode schema =
        new ObjectMapper()
            .readTree(Path.of("../contracts/destruction-certificate.schema.json").toFile());
    List<String> required = new ArrayList<>();
    schema.get("required").forEach(name -> required.add(name.asText()));
    assertThat(certificate.fieldNames())
        .toIterable()
        .containsAll(required)
        .isSubsetOf(() -> schema.get("properties").fieldNames());
    long forms =
        schema
            .get("oneOf")
            .valueStream()
            .filter(form -> certificate.has(form.at("/required/0").asText()))
            .count();
    assertThat(forms).as("witnessed, or an absence").isEqualTo(1);
  }

  private String witnessed() {
    new Reporter().report(List.of(Reporter.dataProvided(partner, lilei)));
    String plan = Desk.started(List.of(Desk.person(lilei), Desk.person(hanmei)));
    Desk.RECORDS.destroyAll(plan);
    Desk.WITNESS.witness(plan).then().statusCode(200);
    return plan;
  }

  private Map<String, Object> request() {
    return requestsTo(partner).getFirst();
  }

  /** Requests to a recipient that consent-service does not know yet. */
  static List<Map<String, Object>> requestsTo(String partner) {
    List<Map<String, Object>> requests =
        Desk.CONSENT
            .post("/v1/destruction/recipient-requests/claims", Map.of("most", 100))
            .jsonPath()
            .getList("");
    return requests.stream().filter(request -> partner.equals(request.get("recipientId"))).toList();
  }

  static Map<String, Object> outcome(Map<String, Object> request, String outcome) {
    return Map.of(
        "requestId",
        request.get("requestId"),
        "controllerId",
        request.get("controllerId"),
        "outcome",
        outcome);
  }

  private static JsonPath open(String code) {
    return RestAssured.given()
        .contentType(ContentType.JSON)
        .body(Map.of("code", code))
        .post("/v1/destruction/summaries")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The certificate, once its entry is under a checkpoint. */
  static JsonPath certified(String plan) {
    String path = "/v1/destruction/plans/" + plan + "/certificate";
    JsonPath view = Desk.WITNESS.get(path);
    for (int i = 0; i < 200 && view.get("proof") == null; i++) {
      Desk.database().systemRead(handle -> handle.execute("select pg_sleep(0.05)"));
      view = Desk.WITNESS.get(path);
    }
    return view;
  }

  private static long sizeOf(String checkpoint) {
    return Long.parseLong(checkpoint.lines().toList().get(1));
  }

  private static Hash url(String text) {
    return Hash.read(Base64.getUrlDecoder().decode(text), 0);
  }
}
