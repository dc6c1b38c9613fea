package org.shouxin.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.shouxin.audit.retention.Filing.identity;
import static org.shouxin.audit.retention.Filing.policy;
import static org.shouxin.audit.retention.Filing.somebody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;

@QuarkusTest
@AuditServiceTest
@NullUnmarked
class LegalHoldTest {
  private static final String CONTROLLER = "ctl-hold";
  private static final LocalDate LATER = LocalDate.parse("2040-01-01");
  private static final Staff DENG = Staff.employee(CONTROLLER, "compliance-officer", "1001");
  private static final Staff SUN = Staff.employee(CONTROLLER, "supervisor", "1010");
  private static final Map<String, Object> WHY = Map.of("reason", "the court case has ended");

  private final Filing filing = new Filing(CONTROLLER);
  private final UUID lilei = somebody();

  @Test
  void aHoldOnAPolicyHoldsItsHealthNotesByPolicyAndByInsurer() {
    UUID policy = somebody();
    UUID note = somebody();
    filing.report(
        policy(lilei, policy, "2010-01-01", "2012-01-01"),
        new ReportedRecord(
            lilei.toString(),
            note.toString(),
            RecordKind.HEALTH_NOTE,
            Filing.day("2010-01-01"),
            Filing.day("2012-01-01"),
            "\u5e73\u5b89\u4ea7\u9669",
            "HQ",
            policy.toString()));
    for (Map<String, Object> scope :
        List.<Map<String, Object>>of(
            Map.of("kind", "POLICY", "recordId", policy.toString()),
            Map.of("kind", "QUERY", "insurer", "\u5e73\u5b89\u4ea7\u9669"))) {
      String hold = DENG.place(scope);
      SUN.post("/v1/legal-holds/" + hold + "/approval", Map.of()).then().statusCode(200);
      assertThat(isHeld(note)).as(scope.toString()).isTrue();
      DENG.post("/v1/legal-holds/" + hold + "/release-proposal", WHY).then().statusCode(200);
      SUN.post("/v1/legal-holds/" + hold + "/release", Map.of()).then().statusCode(200);
      assertThat(isHeld(note)).isFalse();
    }
  }

  private boolean isHeld(UUID record) {
    return filing.kept(lilei, LATER).stream()
        .anyMatch(kept -> kept.recordRef().equals(record.toString()) && kept.held());
  }

  @Test
  void aHoldTakesTwoPeopleIntoForceAndTwoOutOfIt() {
    filing.report(identity(lilei, "2020-01-01"));
    String hold = DENG.place(person(lilei));
    assertThat(filing.due(lilei, LATER)).containsExactly("RT-15");
    DENG.post("/v1/legal-holds/" + hold + "/approval", Map.of())
        .then()
        .statusCode(403)
        .body("code", equalTo("FOUR_EYES"));

    SUN.post("/v1/legal-holds/" + hold + "/approval", Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("IN_FORCE"))
        .body("covered", equalTo(1));
    assertThat(filing.due(lilei, LATER)).isEmpty();
    DENG.post("/v1/legal-holds/" + hold + "/release-proposal", WHY).then().statusCode(200);
    assertThat(filing.due(lilei, LATER)).isEmpty();
    DENG.post("/v1/legal-holds/" + hold + "/release", Map.of())
        .then()
        .statusCode(403)
        .body("code", equalTo("FOUR_EYES"));
    SUN.post("/v1/legal-holds/" + hold + "/release", Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("RELEASED"));

    assertThat(filing.due(lilei, LATER)).containsExactly("RT-15");
    assertThat(Staff.events(hold))
        .containsExactly(
            "hold.placed SCOPE_PERSON",
            "hold.refused FOUR_EYES",
            "hold.approved",
            "hold.release.proposed",
            "hold.refused FOUR_EYES",
            "hold.released");
  }

  @Test
  void aRecordThatComesIntoAQuerysScopeIsHeldFromBirthWithItsPerson() {
    String insurer = "泰康 " + somebody();
    inForce(Map.of("kind", "QUERY", "insurer", insurer, "endedUntil", "2022-12-31"));
    UUID policy = somebody();
    UUID other = somebody();
    ReportedRecord told = policy(lilei, policy, "2020-04-01", "2021-03-31");
    filing.report(
        identity(lilei, "2021-03-31"),
        new ReportedRecord(
            lilei.toString(),
            policy.toString(),
            RecordKind.POLICY,
            told.beganOn(),
            told.startsOn(),
            insurer,
            "HQ"),
        policy(lilei, other, "2020-04-01", "2021-03-31"));

    List<KeptRecord> kept = filing.kept(lilei, LATER);
    assertThat(kept.stream().filter(KeptRecord::held).map(KeptRecord::recordRef))
        .containsExactlyInAnyOrder("", policy.toString());
    assertThat(filing.due(lilei, LATER)).containsExactly("RT-01");
    JsonPath standings = Staff.service("records-service").get("/v1/retention/standings?most=5000");
    assertThat(standings.getBoolean("find { it.subjectRef == '" + lilei + "' }.held")).isTrue();
  }

  @Test
  void aHoldOnACaseHoldsThatCaseAndItsPersonButNoneOfHerPolicies() {
    UUID complaint = somebody();
    UUID other = somebody();
    filing.report(
        identity(lilei, "2020-01-01"), policy(lilei, somebody(), "2018-04-01", "2019-03-31"));
    filing.reportConsent(
        Filing.of(RecordKind.COMPLAINT, lilei, complaint, "2020-05-01"),
        Filing.of(RecordKind.COMPLAINT, lilei, other, "2020-05-01"));

    inForce(Map.of("kind", "CASE", "recordId", complaint.toString()));

    assertThat(held()).containsExactlyInAnyOrder("", complaint.toString());
    assertThat(filing.due(lilei, LATER)).containsExactlyInAnyOrder("RT-01", "RT-10");
  }

  @Test
  void aHoldOnABranchOrOnDaysHoldsWhatFitsNowAndWhatWillFitLater() {
    String branch = "BR-" + somebody().toString().substring(0, 8);
    UUID early = somebody();
    UUID late = somebody();
    filing.report(inBranch(identity(lilei, "2021-03-31"), branch));
    String all = DENG.place(Map.of("kind", "QUERY", "branch", branch));
    SUN.post("/v1/legal-holds/" + all + "/approval", Map.of()).then().statusCode(200);
    filing.report(
        inBranch(policy(lilei, early, "2019-04-01", "2020-03-31"), branch),
        inBranch(policy(lilei, late, "2021-04-01", "2022-03-31"), branch));
    assertThat(held()).containsExactlyInAnyOrder("", early.toString(), late.toString());

    inForce(
        Map.of(
            "kind",
            "QUERY",
            "branch",
            branch,
            "endedFrom",
            "2022-03-31",
            "endedUntil",
            "2022-03-31"));
    DENG.post("/v1/legal-holds/" + all + "/release-proposal", WHY).then().statusCode(200);
    SUN.post("/v1/legal-holds/" + all + "/release", Map.of()).then().statusCode(200);

    assertThat(held()).containsExactlyInAnyOrder("", late.toString());
  }

  private List<String> held() {
    return filing.kept(lilei, LATER).stream()
        .filter(KeptRecord::held)
        .map(KeptRecord::recordRef)
        .toList();
  }

  private static ReportedRecord inBranch(ReportedRecord told, String branch) {
    return new ReportedRecord(
        told.subjectRef(),
        told.recordRef(),
        told.kind(),
        told.beganOn(),
        told.startsOn(),
        told.insurer(),
        branch);
  }

  @Test
  void aScopeIsExactlyWhatItsKindNeedsAndAReasonNamesNobody() {
    for (Map<String, Object> scope :
        List.<Map<String, Object>>of(
            Map.of("kind", "QUERY"),
            Map.of("kind", "PERSON", "recordId", lilei.toString()),
            Map.of("kind", "POLICY", "recordId", lilei.toString(), "branch", "HQ"),
            Map.of("kind", "QUERY", "endedFrom", "2022-01-02", "endedUntil", "2022-01-01"))) {
      DENG.post("/v1/legal-holds", Map.of("scope", scope, "reason", "court case 2026-118"))
          .then()
          .statusCode(422)
          .body("code", equalTo("HOLD_SCOPE_INVALID"));
    }
    DENG.post("/v1/legal-holds", Map.of("scope", person(lilei), "reason", "李雷 13800138000 起诉"))
        .then()
        .statusCode(422)
        .body("code", equalTo("HOLD_REASON_PERSONAL"));
  }

  @Test
  void anotherControllersHoldHoldsNothingHere() {
    filing.report(identity(lilei, "2020-01-01"));
    Staff other = Staff.employee("ctl-donghai", "compliance-officer", "1001");
    String hold = other.place(person(lilei));
    DENG.post("/v1/legal-holds/" + hold + "/approval", Map.of())
        .then()
        .statusCode(404)
        .body("code", equalTo("HOLD_NOT_FOUND"));
    Staff.employee("ctl-donghai", "supervisor", "1010")
        .post("/v1/legal-holds/" + hold + "/approval", Map.of())
        .then()
        .statusCode(200);

    assertThat(filing.due(lilei, LATER)).containsExactly("RT-15");
  }

  static Map<String, Object> person(UUID person) {
    return Map.of("kind", "PERSON", "customerId", person.toString());
  }

  private static void inForce(Map<String, Object> scope) {
    String hold = DENG.place(scope);
    SUN.post("/v1/legal-holds/" + hold + "/approval", Map.of()).then().statusCode(200);
  }
}
