package org.shouxin.audit.proof;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.audit.checkpoint.Checkpoint;
import org.shouxin.audit.checkpoint.SignedNote;
import org.shouxin.audit.checkpoint.VerifierKey;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.ProofCheck;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.TestTokens;

@QuarkusTest
@AuditServiceTest
class ProofsTest {
  private static final String AUDITOR =
      TestTokens.employee("ctl-donghai", "auditor", "2001", "\u603b\u90e8");

  private final UUID hanMei = Ids.random();
  private final Reporter reporter = new Reporter();

  @Test
  void anEventJustReportedIsProvenUnderASignedCheckpoint() {
    reporter.report(Reporter.many(300, hanMei));
    Map<String, Object> event = Reporter.dataProvided("partner-haiyun", hanMei);
    reporter.report(List.of(event));

    Response proof = proofOf(event, TestTokens.customer("ctl-donghai", hanMei.toString()));

    proof.then().statusCode(200).body("eventId", equalTo(event.get("eventId")));
    SignedNote note = SignedNote.parse(proof.path("checkpoint"));
    VerifierKey key = VerifierKey.parse(given().get("/tlog/vkey").asString().strip());
    assertThat(note.isSignedBy(key)).isTrue();
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    String leaf = proof.path("leaf");
    Hash leafHash = Hash.ofLeaf(leaf.getBytes(StandardCharsets.UTF_8));
    assertThat(leafHash).hasToString(proof.path("leafHash"));
    assertThat(
            ProofCheck.includes(
                proof.jsonPath().getLong("logIndex"),
                checkpoint.size(),
                leafHash,
                hashes(proof),
                checkpoint.root()))
        .isTrue();
  }

  @Test
  void somebodyElsesVerifierAcceptsOurProofsAndCheckpoints() throws Exception {
    reporter.report(Reporter.many(20, hanMei));
    Map<String, Object> event = Reporter.dataProvided("partner-haiyun", hanMei);
    reporter.report(List.of(event));
    Response proof = proofOf(event, AUDITOR);

    RekorEntry.Checkpoint checkpoint = Checkpoints.from(proof.path("checkpoint"));
    assertThat(checkpoint.getOrigin()).isEqualTo("localhost:8083/tlog");
    InclusionProofVerifier.verify(
        Hash.parse(proof.path("leafHash")).bytes(),
        proof.jsonPath().getLong("logIndex"),
        checkpoint.getSize(),
        hashes(proof).stream().map(Hash::bytes).toList(),
        Hash.parse(checkpoint.getBase64Hash()).bytes());
  }

  @Test
  void aProofIsGivenOnlyToThoseWhoMaySeeTheEvent() {
    Map<String, Object> event = Reporter.dataProvided("partner-haiyun", hanMei);
    reporter.report(List.of(event));
    for (String allowed :
        List.of(
            AUDITOR,
            TestTokens.employee("ctl-donghai", "compliance-officer", "3001", "\u603b\u90e8"),
            TestTokens.partner("ctl-donghai", "partner-haiyun"),
            TestTokens.customer("ctl-donghai", hanMei.toString()))) {
      proofOf(event, allowed).then().statusCode(200);
    }
    for (String other :
        List.of(
            TestTokens.employee("ctl-xinghe", "auditor", "2001", "\u603b\u90e8"),
            TestTokens.employee("ctl-donghai", "client-manager", "1024", "\u603b\u90e8"),
            TestTokens.partner("ctl-donghai", "partner-beichen"),
            TestTokens.customer("ctl-donghai", Ids.random().toString()))) {
      proofOf(event, other).then().statusCode(404).body("code", equalTo("EVENT_NOT_FOUND"));
    }
    given().get("/v1/proofs/inclusion/" + event.get("eventId")).then().statusCode(401);
  }

  @Test
  void anUnknownEventAndAMalformedIdAreToldApartFromEachOtherOnly() {
    proofOf(Map.of("eventId", Ids.random()), AUDITOR)
        .then()
        .statusCode(404)
        .body("code", equalTo("EVENT_NOT_FOUND"));
    proofOf(Map.of("eventId", "13"), AUDITOR)
        .then()
        .statusCode(400)
        .body("code", equalTo("ID_MALFORMED"));
  }

  @Test
  void theLogIsConsistentWithEveryEarlierCheckpoint() {
    Map<String, Object> first = Reporter.dataProvided("partner-haiyun", hanMei);
    reporter.report(List.of(first));
    Checkpoint older = checkpointOf(proofOf(first, AUDITOR));
    reporter.report(Reporter.many(700, hanMei));
    Map<String, Object> last = Reporter.dataProvided("partner-haiyun", hanMei);
    reporter.report(List.of(last));
    Checkpoint newer = checkpointOf(proofOf(last, AUDITOR));

    Response proof =
        given()
            .queryParam("from", older.size())
            .queryParam("to", newer.size())
            .get("/v1/proofs/consistency");

    proof.then().statusCode(200);
    assertThat(
            ProofCheck.consistent(
                older.size(), older.root(), newer.size(), newer.root(), hashes(proof)))
        .isTrue();
    given()
        .queryParam("from", 0)
        .get("/v1/proofs/consistency")
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
  }

  private static Checkpoint checkpointOf(Response proof) {
    return Checkpoint.parse(SignedNote.parse(proof.path("checkpoint")).text());
  }

  private static List<Hash> hashes(Response proof) {
    List<String> hashes = proof.path("hashes");
    return hashes.stream().map(Hash::parse).toList();
  }

  private static Response proofOf(Map<String, Object> event, String token) {
    return given().auth().oauth2(token).get("/v1/proofs/inclusion/" + event.get("eventId"));
  }
}
