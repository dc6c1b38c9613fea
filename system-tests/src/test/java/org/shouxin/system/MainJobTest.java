package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;
import org.shouxin.platform.identity.Ids;

/** The main job of issue 2: a partner gets an answer only because the customer consented. */
@SystemTest
class MainJobTest {
  private static final String PARTNER = "partner-haiyun";
  private static final String PERSON =
      "{ id name idType idNumber gender birthDate mobile email address policies { number product insurer }"
          + " decision { id permitted purpose legalBasis reason ruleVersion consentRecordId } }";
  private static final String BY_ID =
      "query($id: ID!) { customer(id: $id, purpose: \"P-12\") " + PERSON + " }";
  private static final String BY_FACTORS =
      "query($factors: CustomerFactors!) { findCustomer(factors: $factors, purpose: \"P-12\") "
          + PERSON
          + " }";

  private final RunningSystem system;
  private final DemoCustomer lilei;
  private final Caller partner;
  private final Map<String, String> factors = new LinkedHashMap<>();
  private String fullName = "";

  MainJobTest(RunningSystem system) {
    this.system = system;
    this.lilei = system.customer("li.lei");
    this.partner = system.caller(PARTNER);
  }

  @BeforeEach
  void nothingIsConsentedToYet() {
    lilei.withdrawAll("P-12", PARTNER);
    JsonNode own = lilei.ownRecord();
    fullName = own.path("name").asText();
    factors.put("name", fullName);
    factors.put("policyNumber", own.path("policies").path(0).path("number").asText());
  }

  @Test
  void withoutConsentTheAnswerIsNullAndLooksLikeTheAnswerForAnUnknownPerson() {
    Answer refusedByFactors = partner.ask(BY_FACTORS, Map.of("factors", factors));
    Answer unknownByFactors =
        partner.ask(
            BY_FACTORS,
            Map.of("factors", Map.of("name", "查无此人", "policyNumber", "PA999999999999")));
    assertThat(refusedByFactors.body()).isEqualTo("{\"data\":{\"findCustomer\":null}}");
    assertThat(refusedByFactors).isEqualTo(unknownByFactors);
    Answer refusedById = partner.ask(BY_ID, Map.of("id", lilei.id()));
    Answer unknownById = partner.ask(BY_ID, Map.of("id", Ids.random().toString()));
    assertThat(refusedById.body()).isEqualTo("{\"data\":{\"customer\":null}}");
    assertThat(refusedById).isEqualTo(unknownById);
  }

  @Test
  void consentOpensTheMaskedRecordAndWithdrawalClosesItOnTheVeryNextQuery() {
    JsonNode consent = lilei.giveConsent("P-12", PARTNER);
    assertThat(consent.path("state").asText()).isEqualTo("GIVEN");

    JsonNode found = partner.ask(BY_FACTORS, Map.of("factors", factors)).data("findCustomer");
    JsonNode read = partner.ask(BY_ID, Map.of("id", lilei.id())).data("customer");
    assertMaskedForPartners(found);
    assertThat(withoutDecision(found)).isEqualTo(withoutDecision(read));
    assertThat(found.path("id").asText()).isEqualTo(lilei.id());
    for (JsonNode person : List.of(found, read)) {
      JsonNode decision = person.path("decision");
      assertThat(decision.path("permitted").asBoolean()).isTrue();
      assertThat(decision.path("purpose").asText()).isEqualTo("P-12");
      assertThat(decision.path("consentRecordId").asText()).isEqualTo(consent.path("id").asText());
      assertThat(decision.path("ruleVersion").asText()).isNotEmpty();
      assertThat(decision.path("reason").asText()).isNotEmpty();
      UUID.fromString(decision.path("id").asText());
    }
    // Another partner gains nothing by it.
    assertThat(system.caller("partner-beichen").ask(BY_ID, Map.of("id", lilei.id())).body())
        .isEqualTo("{\"data\":{\"customer\":null}}");

    lilei.withdraw(consent.path("id").asText());
    assertThat(partner.ask(BY_ID, Map.of("id", lilei.id())).body())
        .isEqualTo("{\"data\":{\"customer\":null}}");
    assertThat(partner.ask(BY_FACTORS, Map.of("factors", factors)).body())
        .isEqualTo("{\"data\":{\"findCustomer\":null}}");
  }

  /** R-CN-02: somebody recorded her request and sends it again. */
  @Test
  void aCopyOfAGivenConsentThatArrivesAfterTheWithdrawalGivesNothingAgain() {
    DemoCustomer once = lilei.once("click-" + Ids.random());
    JsonNode consent = once.giveConsent("P-12", PARTNER);
    lilei.withdraw(consent.path("id").asText());

    JsonNode copy = once.giveConsent("P-12", PARTNER);
    assertThat(copy.path("id")).isEqualTo(consent.path("id"));
    assertThat(copy.path("state").asText()).isEqualTo("WITHDRAWN");
    assertThat(partner.ask(BY_ID, Map.of("id", lilei.id())).body())
        .isEqualTo("{\"data\":{\"customer\":null}}");
  }

  /** R-CN-03: AML identification cannot be withdrawn. */
  @Test
  void whatTheLawDemandsIsNotWithdrawnAndTheAnswerCitesTheArticle() {
    Answer answer =
        lilei
            .caller()
            .ask("mutation { withdrawConsentForPurpose(purpose: \"P-08\") { state } }", Map.of());
    assertThat(answer.codes()).containsExactly("CONSENT_NOT_WITHDRAWABLE");
    assertThat(answer.body()).contains("反洗钱法第29条");
  }

  @Test
  void theCustomerSeesEveryQueryAboutHerWithItsDecisionAndCanProveEach() {
    int before = byPartner(lilei.accessHistory()).size();
    partner.ask(BY_ID, Map.of("id", lilei.id()));
    JsonNode consent = lilei.giveConsent("P-12", PARTNER);
    JsonNode read = partner.ask(BY_ID, Map.of("id", lilei.id())).data("customer");
    lilei.withdraw(consent.path("id").asText());
    partner.ask(BY_ID, Map.of("id", lilei.id()));

    Eventually.passes(() ->
        assertThat(byPartner(lilei.accessHistory()))
            .as("events of three queries")
            .hasSize(before + 3));
    List<JsonNode> three = byPartner(lilei.accessHistory()).subList(0, 3);
    assertThat(three)
        .extracting(event -> event.path("permitted").asBoolean())
        .containsExactly(false, true, false);
    assertThat(three.get(1).path("decisionId")).isEqualTo(read.path("decision").path("id"));
    assertThat(three.get(1).path("fields"))
        .extracting(JsonNode::asText)
        .contains("name", "idNumber", "mobile", "policies");
    assertThat(three)
        .allSatisfy(event -> assertThat(event.path("purpose").asText()).isEqualTo("P-12"));
    three.forEach(this::assertProved);
  }

  @Test
  void othersSeeNothingOfHerHistory() {
    assertThat(
            system
                .customer("han.mei")
                .caller()
                .ask(
                    "query($id: ID!) { accessHistory(customerId: $id) { edges { cursor } } }",
                    Map.of("id", lilei.id()))
                .data("accessHistory")
                .path("edges"))
        .isEmpty();
  }

  @Test
  void strangersVerifyTheWholeLog() throws Exception {
    assertThat(system.log().verifiedEntries()).isNotEmpty();
    Path verifier = Project.path("../shared/checks/tlog-verify.mjs");
    if (Files.exists(verifier)) {
      Path said = Files.createTempFile("tlog-verify", ".txt");
      Process node =
          new ProcessBuilder("node", verifier.toString(), system.url(Component.AUDIT) + "/tlog")
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      assertThat(node.waitFor()).as(Files.readString(said)).isZero();
      assertThat(Files.readString(said)).startsWith("OK ");
    }
  }

  private void assertMaskedForPartners(JsonNode person) {
    assertThat(person.path("name").asText()).contains("*").isNotEqualTo(fullName);
    assertThat(person.path("idNumber").asText()).matches("\\d\\*{16}[\\dX]");
    assertThat(person.path("mobile").asText()).contains("*").doesNotContainPattern("\\d{8}");
    assertThat(person.path("policies").size()).isPositive();
    assertThat(person.path("policies").findValuesAsText("number"))
        .allSatisfy(
            number -> assertThat(number).contains("*").isNotEqualTo(factors.get("policyNumber")));
    assertThat(person.toString()).doesNotContain(fullName).doesNotContainPattern("\\d{11}");
  }

  private static JsonNode withoutDecision(JsonNode person) {
    return ((com.fasterxml.jackson.databind.node.ObjectNode) person.deepCopy()).without("decision");
  }

  private static List<JsonNode> byPartner(List<JsonNode> events) {
    return events.stream().filter(event -> event.path("actorId").asText().equals(PARTNER)).toList();
  }

  private void assertProved(JsonNode event) {
    Answer answer =
        lilei
            .caller()
            .ask(
                "query($id: ID!) { inclusionProof(eventId: $id) { eventId logIndex leaf leafHash hashes checkpoint } }",
                Map.of("id", event.path("eventId").asText()));
    JsonNode proof = answer.data("inclusionProof");
    byte[] leaf = MerkleTree.leaf(proof.path("leaf").asText().getBytes(StandardCharsets.UTF_8));
    assertThat(proof.path("leafHash").asText()).isEqualTo(Base64.getEncoder().encodeToString(leaf));
    assertThat(proof.path("leaf").asText())
        .contains(event.path("eventId").asText(), lilei.id(), PARTNER)
        .doesNotContain(fullName);
    SignedCheckpoint signed =
        SignedCheckpoint.verify(proof.path("checkpoint").asText(), system.log().verifierKey());
    List<byte[]> path = new ArrayList<>();
    proof.path("hashes").forEach(hash -> path.add(Base64.getDecoder().decode(hash.asText())));
    assertThat(MerkleTree.rootBy(proof.path("logIndex").asLong(), signed.size(), leaf, path))
        .as("root by the path of event " + event.path("eventId").asText())
        .isEqualTo(signed.root());
  }
}
