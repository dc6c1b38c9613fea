package org.shouxin.consent.receipt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;

@QuarkusTest
@ConsentServiceTest
class ReceiptTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String liLei = Broker.newCustomer();

  @Test
  void aReceiptVerifiesOfflineAndAChangedByteDoesNot(@TempDir Path folder) throws IOException {
    Broker broker = Broker.open();
    String receipt = broker.give(liLei, broker.sharing(liLei)).path("receipt");
    String keys = given().get("/v1/receipts/keys").asString();

    assertThat(ReceiptVerifier.fault(receipt, keys)).isEmpty();
    assertThat(ReceiptVerifier.fault(receipt.replace("P-12", "P-11"), keys))
        .contains("signature does not match the content");
    assertThat(ReceiptVerifier.fault(receipt, "{\"keys\":[]}"))
        .contains("signed by a key that is not published");
    assertThat(ReceiptVerifier.fault("{}", keys)).contains("no detached signature");

    Path file = Files.writeString(folder.resolve("receipt.json"), receipt);
    Path jwks = Files.writeString(folder.resolve("jwks.json"), keys);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        ReceiptVerifier.run(
            new PrintStream(said, true, StandardCharsets.UTF_8), file.toString(), jwks.toString());
    assertThat(status).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8).strip()).isEqualTo("GENUINE");
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
  }

  @Test
  void receiptsOfEveryKindOfDecisionKeepTheContract() throws IOException {
    Broker broker = Broker.open();
    Map<String, Object> marketing = broker.ask(liLei, "P-11", null, "IDENTITY", "CONTACT");
    Response given = broker.give(liLei, broker.sharing(liLei));
    List<String> receipts =
        List.of(
            given.path("receipt"),
            broker.withdraw(liLei, given.path("id")).path("receipt"),
            broker
                .customer(liLei)
                .body(marketing)
                .post("/v1/consent-records/refusals")
                .path("receipt"));
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("../contracts/consent-receipt.schema.json")));

    for (String receipt : receipts) {
      assertThat(schema.validate(JSON.readTree(receipt))).isEmpty();
    }
    assertThat(schema.validate(JSON.readTree("{}"))).hasSize(10);
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
