package org.shouxin.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.shouxin.audit.retention.Filing.identity;
import static org.shouxin.audit.retention.Filing.of;
import static org.shouxin.audit.retention.Filing.policy;
import static org.shouxin.audit.retention.Filing.somebody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;

@QuarkusTest
@AuditServiceTest
@NullUnmarked
class ErasureTest {
  private static final String CONTROLLER = "ctl-erasure";
  private static final Staff CONSENT = Staff.service("consent-service");
  private static final Staff DENG = Staff.employee(CONTROLLER, "compliance-officer", "1001");
  private static final Staff SUN = Staff.employee(CONTROLLER, "supervisor", "1010");

  private final Filing filing = new Filing(CONTROLLER);
  private final UUID lilei = somebody();
  private final UUID request = somebody();

  /** R-RC-10: a delete request with a live policy. */
  @Test
  void aRequestWithALivePolicyIsAnsweredForEachRecordAndTheRestIsOnlyStored() {
    UUID live = somebody();
    UUID ended = somebody();
    UUID complaint = somebody();
    filing.report(
        identity(lilei, "2026-05-01"),
        policy(lilei, live, "2020-01-01", null),
        policy(lilei, ended, "2022-04-01", "2023-03-31"),
        of(RecordKind.HEALTH_NOTE, lilei, somebody(), "2026-10-01"));
    filing.reportConsent(
        of(RecordKind.COMPLAINT, lilei, complaint, null),
        of(RecordKind.RIGHTS_REQUEST, lilei, somebody(), "2026-08-01"));

    JsonPath answer = assess().then().statusCode(200).extract().jsonPath();

    assertThat(
            answer.getList("records.collect { it.kind + ' ' + it.decision + ' ' + it.reasonCode }"))
        .containsExactlyInAnyOrder(
            "IDENTITY RESTRICT STATUTORY_RETENTION",
            "POLICY RESTRICT STATUTORY_RETENTION",
            "POLICY RESTRICT STATUTORY_RETENTION",
            "HEALTH_NOTE DELETE NO_LONGER_NEEDED",
            "COMPLAINT REFUSE CASE_OPEN",
            "RIGHTS_REQUEST ANONYMISE NO_LONGER_NEEDED");
    String ofEnded = "records.find { it.recordRef == '" + ended + "' }.";
    assertThat(answer.getString(ofEnded + "untilOn")).isEqualTo("2028-03-31");
    assertThat(answer.getString(ofEnded + "articleEn"))
        .isEqualTo("Insurance Law 87, Broker Rules 51");
    assertThat(answer.getString(ofEnded + "textZh"))
        .isEqualTo(
            "保单及其业务档案：法律要求我们保存至2028年3月31日（保险法第87条、保险经纪人监管规定第51条）。在此之前我们只存储并保护，不作其他使用；到期后销毁。");
    assertThat(answer.getString("records.find { it.recordRef == '" + live + "' }.textEn"))
        .isEqualTo(
            "Policy and its business file: the law makes us keep it for 10 years after it ends"
                + " (Insurance Law 87, Broker Rules 51). Until then we only store and protect it,"
                + " and then destroy it.");
    assertThat(filing.state(lilei, "")).isEqualTo("KEPT");

    confirm().then().statusCode(200).body("confirmed", equalTo(true));
    confirm().then().statusCode(200).body("confirmed", equalTo(true));

    assertThat(filing.state(lilei, "")).isEqualTo("RESTRICTED");
    assertThat(filing.state(lilei, live.toString())).isEqualTo("RESTRICTED");
    assertThat(filing.state(lilei, complaint.toString())).isEqualTo("KEPT");
    assertThat(Staff.events(request.toString()))
        .hasSize(7)
        .contains(
            "erasure.assessed",
            "erasure.decided RESTRICT.STATUTORY_RETENTION",
            "erasure.decided DELETE.NO_LONGER_NEEDED",
            "erasure.decided REFUSE.CASE_OPEN");
    assertThat(standing().getBoolean("restricted")).isTrue();
    assertThat(standing().getList("restrictedRecords")).contains(live.toString(), ended.toString());
  }

  @Test
  void aProspectIsErasedBeforeHerTime() {
    filing.report(identity(lilei, "2026-11-01"));

    assess().then().statusCode(200).body("records.decision", equalTo(List.of("DELETE")));
    confirm().then().statusCode(200);

    assertThat(filing.state(lilei, "")).isIn("RESTRICTED", "PLANNED");
  }

  @Test
  void aHoldThatCameBetweenAnswerAndConfirmationWins() {
    filing.report(identity(lilei, "2026-11-01"));
    assess().then().statusCode(200);
    String hold = DENG.place(LegalHoldTest.person(lilei));
    SUN.post("/v1/legal-holds/" + hold + "/approval", Map.of()).then().statusCode(200);

    confirm().then().statusCode(409).body("code", equalTo("ERASURE_OUTDATED"));
    confirm()
        .then()
        .statusCode(200)
        .body("records.decision", equalTo(List.of("REFUSE")))
        .body("records.reasonCode", equalTo(List.of("LEGAL_HOLD")));

    assertThat(filing.state(lilei, "")).isEqualTo("RESTRICTED");
  }

  @Test
  void onlyAComplianceOfficerConfirmsAndOnlyConsentServiceAsks() {
    filing.report(identity(lilei, "2026-11-01"));
    SUN.post("/v1/erasures/" + request + "/confirmation", Map.of()).then().statusCode(403);
    confirm().then().statusCode(404).body("code", equalTo("ERASURE_NOT_FOUND"));
    Staff.service("records-service").post("/v1/erasures", body()).then().statusCode(403);
  }

  @Test
  void aCustomerReadsHerOwnDatesAndNobodyElses() {
    filing.report(identity(lilei, "2026-11-01"));
    Staff.customer(CONTROLLER, lilei)
        .post("/v1/retention/query", Map.of("customerId", lilei.toString()))
        .then()
        .statusCode(200)
        .body("dueOn", equalTo(List.of("2027-04-30")))
        .body("kindEn", equalTo(List.of("identity and contact data")));
    Staff.customer(CONTROLLER, lilei)
        .post("/v1/retention/query", Map.of("customerId", somebody().toString()))
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
  }

  private Response assess() {
    return CONSENT.post("/v1/erasures", body());
  }

  private Response confirm() {
    return DENG.post("/v1/erasures/" + request + "/confirmation", Map.of());
  }

  private Map<String, String> body() {
    return Map.of(
        "controllerId",
        CONTROLLER,
        "requestId",
        request.toString(),
        "customerId",
        lilei.toString());
  }

  private JsonPath standing() {
    return Staff.service("records-service")
        .get("/v1/retention/standings?most=5000")
        .setRootPath("find { it.subjectRef == '" + lilei + "' }");
  }
}
