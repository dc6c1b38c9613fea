package org.shouxin.consent.receipt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.verifier.VerifyReceipt;

@QuarkusTest
@ConsentServiceTest
class ReceiptTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String liLei = Broker.newCustomer();
  private final AuditStub audit = new AuditStub();

  @AfterEach
  void forget() {
    audit.forget();
  }

  @Test
  void aReceiptIsCompletedWithTheProofOfTheLogAndItsSignatureStays() throws IOException {
    Broker broker = Broker.open();
    JsonNode given =
        JSON.readTree(broker.give(liLei, broker.sharing(liLei)).<String>path("receipt"));
    String id = given.path("receipt_id").asText();
    String event = given.at("/proof/log/event_id").asText();

    JsonNode pending = JSON.readTree(fetch(broker, liLei, id));
    assertThat(pending).isEqualTo(given);
    assertThat(pending.at("/proof/log/state").asText()).isEqualTo("PENDING");
    assertThat(listed(broker).<Boolean>path("receipts[0].integrated")).isFalse();

    TestLog log = new TestLog();
    audit.integrate(log, event, audit.entryOf(event));
    String complete = fetch(broker, liLei, id);
    assertThat(JSON.readTree(complete).at("/proof/jws")).isEqualTo(given.at("/proof/jws"));
    assertThat(schemaFaults(complete)).isEmpty();
    assertThat(listed(broker).<Boolean>path("receipts[0].integrated")).isTrue();
    audit.forget();
    assertThat(fetch(broker, liLei, id)).isEqualTo(complete);

    Files.writeString(folder("receipt.jsonld"), complete);
    Files.writeString(folder("receipt-pending.jsonld"), pending.toString());
    Files.writeString(
        folder("shouxin-receipt-keys.json"), given().get("/v1/receipts/keys").asString());
    Files.writeString(folder("shouxin-log-key.txt"), log.vkey() + "\n");
    for (String file : List.of("receipt.jsonld", "receipt-pending.jsonld")) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      int status =
          VerifyReceipt.run(
              new PrintStream(said, true, StandardCharsets.UTF_8), folder(file).toString());
      assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
  }

  @Test
  void aReceiptIsGivenOutWhileTheLogIsAwayAndSaysSo() throws IOException {
    Broker broker = Broker.open();
    JsonNode given =
        JSON.readTree(broker.give(liLei, broker.sharing(liLei)).<String>path("receipt"));
    audit.isAway();

    JsonNode fetched = JSON.readTree(fetch(broker, liLei, given.path("receipt_id").asText()));
    assertThat(fetched.at("/proof/log").toString()).isEqualTo("{\"state\":\"UNAVAILABLE\"}");
    assertThat(fetched.at("/proof/jws")).isEqualTo(given.at("/proof/jws"));
    assertThat(broker.eventsAbout(liLei))
        .containsExactly("consent.given", "receipt.issued", "receipt.provided");
  }

  @Test
  void everyDecisionKeepsItsReceiptAndNobodyElseSeesIt() throws IOException {
    Broker broker = Broker.open();
    Response given = broker.give(liLei, broker.sharing(liLei));
    String first = JSON.readTree(given.<String>path("receipt")).path("receipt_id").asText();
    broker.withdraw(liLei, given.path("id"));

    listed(broker)
        .then()
        .body("receipts.state", contains("WITHDRAWN", "GIVEN"))
        .body("receipts[1].id", equalTo(first))
        .body("hasNextPage", equalTo(false));
    Response page =
        broker
            .customer(liLei)
            .body(Map.of("customerId", liLei, "first", 1))
            .post("/v1/receipts/query");
    page.then().body("receipts.state", contains("WITHDRAWN")).body("hasNextPage", equalTo(true));
    broker
        .customer(liLei)
        .body(Map.of("customerId", liLei, "first", 1, "after", page.path("cursors[0]")))
        .post("/v1/receipts/query")
        .then()
        .body("receipts.state", contains("GIVEN"));

    String hanMei = Broker.newCustomer();
    broker
        .customer(hanMei)
        .body(Map.of("customerId", liLei))
        .post("/v1/receipts/query")
        .then()
        .body("receipts", hasSize(0));
    for (Response refused :
        List.of(
            broker.customer(hanMei).get("/v1/receipts/" + first),
            Broker.open().officer().get("/v1/receipts/" + first),
            broker.customer(liLei).get("/v1/receipts/" + Broker.newCustomer()))) {
      refused.then().statusCode(404).body("code", equalTo("RECEIPT_NOT_FOUND"));
    }
    broker.employee("client-manager").get("/v1/receipts/" + first).then().statusCode(403);
    broker.officer().get("/v1/receipts/" + first).then().statusCode(200);
  }

  private Response listed(Broker broker) {
    return broker.customer(liLei).body(Map.of("customerId", liLei)).post("/v1/receipts/query");
  }

  private static String fetch(Broker broker, String customer, String id) {
    return broker
        .customer(customer)
        .get("/v1/receipts/" + id)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static Path folder(String file) throws IOException {
    return Files.createDirectories(Path.of("target/receipt")).resolve(file);
  }

  private static Set<ValidationMessage> schemaFaults(String receipt) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(Path.of("../contracts/consent-receipt.schema.json")))
        .validate(JSON.readTree(receipt));
  }

  @Test
  void aReceiptHasTheFieldsOfTheStandardAndOfOurProfile() throws IOException {
    Broker broker = Broker.open();
    JsonNode receipt =
        JSON.readTree(broker.give(liLei, broker.sharing(liLei)).<String>path("receipt"));

    JsonNode processing = receipt.path("processing").get(0);
    assertThat(receipt.path("schema_version").asText()).isEqualTo("ISO/IEC TS 27560:2023");
    assertThat(receipt.path("pii_principal_id").asText()).isEqualTo(liLei);
    assertThat(processing.path("purpose_type").asText())
        .isEqualTo("https://w3id.org/dpv#MemberPartnerManagement");
    assertThat(processing.path("lawful_basis").asText()).isEqualTo("CN-PIPL-13-1");
    assertThat(processing.path("separate_consent").asBoolean()).isTrue();
    assertThat(processing.path("recipient_third_parties").get(0).asText()).isEqualTo(Broker.HAIYUN);
    assertThat(processing.path("ui_text_sha256").asText())
        .isEqualTo(broker.digest("P-12", Broker.HAIYUN, "zh-CN"));
    assertThat(receipt.path("events").get(0).path("event_state").asText())
        .isEqualTo("dpv:ConsentGiven");
    assertThat(receipt.path("parties").size()).isEqualTo(2);
    assertThat(processing.has("guardian_ref")).isFalse();
    assertThat(processing.path("impact_assessment").asText()).isNotEmpty();
  }

  /** General, separate, renewed, refused, withdrawn and revoked. */
  @Test
  void receiptsOfEveryKindOfDecisionKeepTheContract() throws IOException {
    Broker broker = Broker.open();
    Map<String, Object> marketing = broker.ask(liLei, "P-11", null, "IDENTITY", "CONTACT");
    Map<String, Object> general = broker.ask(liLei, "P-13", null, "IDENTITY", "CONTACT");
    general.put("separate", false);
    Response given =
        broker.give(liLei, broker.ask(liLei, "P-12", Broker.HAIYUN, "IDENTITY", "CONTACT"));
    Response renewed = broker.give(liLei, broker.sharing(liLei));
    Response withdrawn = broker.withdraw(liLei, given.path("id"));
    Response refused = broker.customer(liLei).body(marketing).post("/v1/consent-records/refusals");
    Response plain = broker.give(liLei, general);
    Response revoked =
        broker
            .officer()
            .body(Map.of("reason", "GIVEN_BY_MISTAKE"))
            .post("/v1/consent-records/" + plain.path("id") + "/revocation");

    List<String> states = new ArrayList<>();
    for (Response decided : List.of(given, renewed, withdrawn, refused, plain, revoked)) {
      String receipt = decided.path("receipt");
      assertThat(receipt).as(decided.asString()).isNotNull();
      assertThat(schemaFaults(receipt)).isEmpty();
      JsonNode event = JSON.readTree(receipt).at("/events/0");
      states.add(
          event.path("event_state").asText().substring(4)
              + " "
              + event.path("event_type").asText().substring(4));
    }
    assertThat(states)
        .containsExactly(
            "ConsentGiven ExplicitlyExpressedConsent",
            "RenewedConsentGiven ExplicitlyExpressedConsent",
            "ConsentWithdrawn ExplicitlyExpressedConsent",
            "ConsentRefused ExplicitlyExpressedConsent",
            "ConsentGiven ExpressedConsent",
            "ConsentRevoked ExpressedConsent");
    assertThat(schemaFaults("{}")).hasSize(10);
  }

  @Test
  void theReceiptOfAChildsConsentNamesTheGuardianWhoGaveIt() throws IOException {
    Broker broker = Broker.open();
    String parent = Broker.newCustomer();
    broker.reportChildhood(liLei, LocalDate.of(2030, 6, 1));
    broker
        .employee("supervisor")
        .body(Broker.guardianClaim(liLei, parent))
        .post("/v1/guardianships");

    String receipt = broker.give(parent, broker.sharing(liLei)).path("receipt");
    assertThat(schemaFaults(receipt)).isEmpty();
    JsonNode document = JSON.readTree(receipt);
    assertThat(document.at("/processing/0/guardian_ref").asText()).isEqualTo(parent);
    assertThat(document.path("pii_principal_id").asText()).isEqualTo(liLei);
  }

  @Test
  void theReceiptOfAWithdrawalChainsToTheConsentBefore() throws IOException {
    Broker broker = Broker.open();
    var given = broker.give(liLei, broker.sharing(liLei));
    JsonNode first = JSON.readTree(given.<String>path("receipt")).path("events").get(0);
    JsonNode second =
        JSON.readTree(broker.withdraw(liLei, given.path("id")).<String>path("receipt"))
            .path("events")
            .get(0);

    assertThat(second.path("event_state").asText()).isEqualTo("dpv:ConsentWithdrawn");
    assertThat(second.path("prev_event_hash").asText())
        .isEqualTo(first.path("event_hash").asText());
  }

  @Test
  void aConfiguredKeySignsAndAnythingElseIsRefused() {
    SigningKey generated = SigningKey.generate();

    assertThat(generated.toString()).contains("redacted");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> SigningKey.ofPrivateJwk(generated.publicJwk()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
