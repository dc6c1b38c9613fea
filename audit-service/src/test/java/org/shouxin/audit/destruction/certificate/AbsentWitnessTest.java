package org.shouxin.audit.destruction.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.audit.destruction.Desk;
import org.shouxin.platform.document.DocumentWords;
import org.shouxin.platform.document.PrintedDocument.Part;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.PostgresServer;

/** A witness who left before her word is replaced by nobody (R-RC-11, D-123). */
@QuarkusTest
@AuditServiceTest
@NullUnmarked
class AbsentWitnessTest {
  private static final Desk REPORTER = Desk.of("supervisor", "2055");
  private static final Desk READER = Desk.of("auditor", "2066");
  private static final Map<String, Object> LEFT = Map.of("reason", "LEFT");

  private final UUID lilei = Ids.random();
  private final UUID hanmei = Ids.random();
  private final String named = "w-" + Ids.random().toString().substring(0, 8);
  private final Desk witness = Desk.of("auditor", named);
  private final Reporter owner = new Reporter();

  @Inject CertificateIssue issue;
  @Inject ObjectMapper json;

  @Test
  void whereTheWitnessLeftTheCertificateSaysThatNobodyWitnessed() throws Exception {
    String plan = executed();
    confirm(READER, plan)
        .then()
        .statusCode(409)
        .body("code", equalTo("DESTRUCTION_STATE_CONFLICT"));
    REPORTER.post(absence(plan), LEFT).then().statusCode(200).body("state", equalTo("UNWITNESSED"));
    sixDaysPass(plan);
    owner.report(List.of(destroyed(lilei), destroyed(hanmei)));
    confirm(READER, plan).then().statusCode(200).body("state", equalTo("LOG_CONFIRMED"));
    witness.witness(plan).then().statusCode(409);

    issue.look();

    String body = CertificateTest.certified(plan).getString("body");
    JsonNode certificate = json.readTree(body);
    CertificateTest.hasTheFieldsOfItsSchema(certificate);
    assertThat(certificate.has("witnessed")).isFalse();
    JsonNode absence = certificate.get("absence");
    assertThat(absence.get("witness").asText()).isEqualTo(named);
    assertThat(absence.get("reason").asText()).isEqualTo("LEFT");
    assertThat(absence.at("/reported/by").asText()).isEqualTo("2055");
    assertThat(absence.at("/confirmed/by").asText()).isEqualTo("2066");
    assertThat(absence.get("provenByLog").asInt()).isEqualTo(2);
    assertThat(absence.get("onExecutorsWord").asInt()).isEqualTo(1);
    assertThat(printed(body, "en"))
        .contains("Nobody witnessed it", "Witnessed by: nobody", "saw nothing): 2066")
        .doesNotContain("in the presence of");
    assertThat(printed(body, "zh-CN"))
        .contains("无人监销确认", "监销人: 无人确认", "未目睹）: 2066")
        .doesNotContain("在场确认");
    assertThat(Desk.events(plan, 9))
        .containsSubsequence(
            "destruction.executed",
            "destruction.witness.absent",
            "destruction.log.confirmed",
            "destruction.certified");
  }

  @Test
  void whoConfirmsFromTheLogIsAFifthPersonAndTheExecutorReportsNoAbsence() throws Exception {
    String plan = executed();
    Desk.EXECUTOR.post(absence(plan), LEFT).then().statusCode(403);
    for (Desk involved : List.of(Desk.of("supervisor", "2003"), Desk.of("supervisor", named))) {
      fourEyes(involved.post(absence(plan), LEFT));
    }
    REPORTER.post(absence(plan), LEFT).then().statusCode(200);
    sixDaysPass(plan);
    owner.report(List.of(destroyed(lilei), destroyed(hanmei)));
    for (Desk involved :
        List.of(Desk.PROPOSER, Desk.APPROVER, Desk.of("auditor", "2003"), witness, REPORTER)) {
      fourEyes(confirm(involved, plan));
    }
    READER
        .post(confirmation(plan), Map.of("scopeDigest", "A".repeat(43)))
        .then()
        .statusCode(409)
        .body("code", equalTo("DESTRUCTION_SCOPE_CHANGED"));
  }

  @Test
  void nobodyConfirmsWhatTheLogDoesNotTell() throws Exception {
    owner.report(List.of(destroyedBefore(hanmei)));
    String plan = executed();
    REPORTER.post(absence(plan), LEFT).then().statusCode(200);
    sixDaysPass(plan);
    owner.report(List.of(destroyed(lilei)));
    confirm(READER, plan)
        .then()
        .statusCode(409)
        .body("code", equalTo("DESTRUCTION_UNPROVEN"))
        .body("detail", startsWith("1 items"));
    owner.report(List.of(destroyed(hanmei)));
    confirm(READER, plan).then().statusCode(200);
  }

  @Test
  void aWitnessReportedAbsentHasDaysToSpeakAndIsNotAbsentWhileSheWorks() throws Exception {
    String plan = executed();
    owner.report(List.of(destroyed(lilei), destroyed(hanmei)));
    REPORTER.post(absence(plan), LEFT).then().statusCode(200);
    maySpeak(confirm(READER, plan));
    sixDaysPass(plan);
    owner.report(List.of(Reporter.recordRead(named, lilei)));
    maySpeak(confirm(READER, plan));
    witness.witness(plan).then().statusCode(200).body("state", equalTo("WITNESSED"));
  }

  @Test
  void theCertificateNamesTheWitnessOfEachPart() throws Exception {
    String plan = Desk.approved(List.of(Desk.person(lilei), Desk.person(hanmei)));
    Desk.EXECUTOR.start(plan, "2005").then().statusCode(200);
    UUID hold = Desk.hold(Desk.WITNESS.plan(plan).getString("remaining[1].subjectRef"));
    Desk.RECORDS.destroyAll(plan);
    Desk.release(hold);
    Desk.EXECUTOR.start(plan, named).then().statusCode(200);
    Desk.RECORDS.destroyAll(plan);
    witness.witness(plan).then().statusCode(200);
    issue.look();

    String body = CertificateTest.certified(plan).getString("body");
    assertThat(json.readTree(body).get("presences").findValuesAsText("witness"))
        .containsExactly("2005", named);
    assertThat(printed(body, "en"))
        .contains("Named as witness: 2005", "Named as witness: " + named);
  }

  /** Two people and a medium. */
  private String executed() {
    String plan =
        Desk.approved(
            List.of(
                Desk.person(lilei), Desk.person(hanmei), Desk.medium("D-" + named, "PHYSICAL")));
    Desk.EXECUTOR.start(plan, named).then().statusCode(200);
    Desk.RECORDS.destroyAll(plan);
    String medium = Desk.WITNESS.plan(plan).getString("remaining[0].id");
    Desk.EXECUTOR
        .post("/v1/destruction/plans/" + plan + "/media/" + medium, Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("EXECUTED"));
    return plan;
  }

  private static Map<String, Object> destroyed(UUID person) {
    return Reporter.event(
        "ctl-donghai", "key.destroyed", "system", "records-service", person, List.of());
  }

  /** By an earlier plan. */
  private static Map<String, Object> destroyedBefore(UUID person) {
    Map<String, Object> event = destroyed(person);
    event.put("occurredAt", Instant.now().minus(Duration.ofMinutes(2)).toString());
    return event;
  }

  private static Response confirm(Desk reader, String plan) {
    String digest = Desk.WITNESS.plan(plan).getString("scopeDigest");
    return reader.post(confirmation(plan), Map.of("scopeDigest", digest));
  }

  private static void fourEyes(Response refused) {
    refused.then().statusCode(422).body("code", equalTo("FOUR_EYES"));
  }

  private static void maySpeak(Response refused) {
    refused.then().statusCode(409).body("code", equalTo("WITNESS_MAY_SPEAK"));
  }

  private static String absence(String plan) {
    return "/v1/destruction/plans/" + plan + "/witness-absence";
  }

  private static String confirmation(String plan) {
    return "/v1/destruction/plans/" + plan + "/log-confirmation";
  }

  /** The report is older than the witness's five days. */
  private static void sixDaysPass(String plan) throws SQLException {
    try (Connection administrator = PostgresServer.get().administrator("audit");
        Statement trusted = administrator.createStatement()) {
      trusted.execute("set session_replication_role = replica");
      try (PreparedStatement older =
          administrator.prepareStatement(
              "update destruction_step set at = at - interval '6 days'"
                  + " where plan_id = cast(? as uuid) and kind = 'WITNESS_ABSENT'")) {
        older.setString(1, plan);
        older.execute();
      }
    }
  }

  /** The words of the printed certificate. */
  private String printed(String body, String language) throws IOException {
    var document =
        new CertificateDocument(
                DocumentWords.in(
                    CertificateDocument.class, "certificate", Locale.forLanguageTag(language)))
            .of(json.readValue(body, Certificate.class), "digest");
    StringBuilder text = new StringBuilder(document.lead());
    for (var part : document.parts()) {
      if (part instanceof Part.Facts facts) {
        facts
            .facts()
            .forEach(
                fact -> text.append('\n').append(fact.name()).append(": ").append(fact.value()));
      }
    }
    return text.toString();
  }
}
