package org.shouxin.consent.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.platform.time.BusinessTime;

@QuarkusTest
@ConsentServiceTest
class AgreementCheckTest {
  private static final String CHECKS = "/v1/recipients/" + Broker.HAIYUN + "/agreement-checks";
  private static final String PROFILE =
      Broker.resource("/demo/ctl-donghai/recipients/partner-haiyun.json");

  private final LocalDate today = BusinessTime.today(Clock.systemUTC());
  private Broker broker;

  @BeforeEach
  void open() {
    broker = Broker.open();
  }

  @Test
  void everyClauseIsJudgedExactlyOnceAndNotOnADayToCome() {
    List<Map<String, String>> findings = findings();
    findings.removeLast();
    findings.add(Map.of("clause", "PURPOSE", "verdict", "BREACHED"));

    check(today.plusDays(1), findings)
        .then()
        .statusCode(422)
        .body("code", equalTo("AGREEMENT_CHECK_INVALID"))
        .body("errors.field", contains("checkedOn", "findings", "findings"))
        .body("errors.code", contains("DATE_FUTURE", "PURPOSE", "BREACH_NOTICE"));
    broker.officer().get(CHECKS).then().statusCode(200).body("", hasSize(0));
    broker
        .officer()
        .get("/v1/recipients/" + Broker.HAIYUN)
        .then()
        .body("standing", equalTo("ACTIVE"));
  }

  @Test
  void aBreachSuspendsOnTheNextQueryAndTakesASecondOfficerToClose() {
    String liLei = Broker.newCustomer();
    broker.share(liLei);
    decide(liLei).then().statusCode(200).body("people[0].permitted", equalTo(true));

    Response breached = check(today, findings(Clause.PROTECTION));
    breached
        .then()
        .statusCode(201)
        .body("state", equalTo("OPEN"))
        .body("breached", contains("PROTECTION"))
        .body("kept", hasSize(8));
    String id = breached.path("id");

    decide(liLei)
        .then()
        .body("callerRefusal", equalTo("PARTNER_SUSPENDED"))
        .body("people[0].permitted", equalTo(false));
    broker
        .officer()
        .get("/v1/recipients/" + Broker.HAIYUN)
        .then()
        .body("file.suspension.reason", equalTo("AGREEMENT_BREACHED"));
    reinstate(409);
    close("3001", id).then().statusCode(403).body("code", equalTo("FOUR_EYES"));
    close("3002", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("CLOSED"))
        .body("outcome", equalTo("REMEDIED"))
        .body("closedBy", equalTo("3002"));
    close("3002", id).then().statusCode(409);

    decide(liLei).then().body("callerRefusal", equalTo("PARTNER_SUSPENDED"));
    reinstate(200);
    decide(liLei).then().statusCode(200).body("people[0].permitted", equalTo(true));
    assertThat(broker.eventsOf(id)).containsExactly("agreement.checked", "agreement.breach.closed");
  }

  @Test
  void aKeptAgreementIsDueAgainAYearAfterTheCheckAndALateCheckOnlyWarns() {
    seen("2026-01-01", today.isAfter(LocalDate.of(2026, 1, 1)));
    LocalDate day = today.minusDays(3);

    check(day, findings()).then().statusCode(201).body("state", equalTo("KEPT"));
    check(day.minusYears(2), findings()).then().statusCode(201);

    seen(day.plusMonths(12).toString(), false);
    broker
        .officer()
        .get(CHECKS)
        .then()
        .body("checkedOn", contains(day.toString(), day.minusYears(2).toString()))
        .body("[0].outcome", nullValue());
  }

  /** What supervision and the partner itself see; in good standing either way. */
  private void seen(String dueOn, boolean overdue) {
    for (var reader : List.of(broker.officer(), broker.partner(Broker.HAIYUN))) {
      reader
          .get("/v1/recipients/" + Broker.HAIYUN)
          .then()
          .body("standing", equalTo("ACTIVE"))
          .body("file.agreementCheckDueOn", equalTo(dueOn))
          .body("file.agreementCheckOverdue", equalTo(overdue));
    }
  }

  @Test
  void onlyComplianceRecordsAndNoOtherControllerSees() {
    Map<String, Object> body = body(today, findings());
    broker.partner(Broker.HAIYUN).body(body).post(CHECKS).then().statusCode(403);
    broker.employee("supervisor").body(body).post(CHECKS).then().statusCode(403);
    String id = check(today, findings(Clause.LIABILITY)).path("id");
    Broker other = Broker.open();

    other.officer().get(CHECKS).then().statusCode(200).body("", hasSize(0));
    other
        .officer()
        .body(Map.of("outcome", "REMEDIED"))
        .post(CHECKS + "/" + id + "/closure")
        .then()
        .statusCode(404);
  }

  @Test
  void scopeRegionsAndSelfAssessmentChangeTheRecipientAndNotItsTerms() {
    String more =
        PROFILE
            .replace(
                "\"expiresOn\": \"2031-12-31\"",
                "\"expiresOn\": \"2031-12-31\", \"scope\": \"人身保险代理\", \"regions\": [\"上海\", \"浙江\"]")
            .replace(
                "\"pipia\":",
                "\"selfAssessment\": {\"reference\": \"SELF-2026-1\", \"completedOn\": \"2026-01-05\"}, \"pipia\":");
    for (int sent = 0; sent < 2; sent++) {
      broker
          .register(Broker.HAIYUN, more)
          .then()
          .statusCode(200)
          .body("file.version", equalTo(2))
          .body("file.termsVersion", equalTo(1));
    }

    broker
        .partner(Broker.HAIYUN)
        .get("/v1/recipients/" + Broker.HAIYUN)
        .then()
        .body("file.licence.scope", equalTo("人身保险代理"))
        .body("file.licence.regions", contains("上海", "浙江"))
        .body("file.selfAssessment.reference", equalTo("SELF-2026-1"));
  }

  private Response decide(String customer) {
    return Broker.decide(broker.recordsFor(Broker.HAIYUN), "P-12", List.of("name"), customer);
  }

  private Response check(LocalDate day, List<Map<String, String>> findings) {
    return broker.officer().body(body(day, findings)).post(CHECKS);
  }

  private Response close(String employeeNo, String id) {
    return Broker.as(broker.staff("compliance-officer", employeeNo))
        .body(Map.of("outcome", "REMEDIED"))
        .post(CHECKS + "/" + id + "/closure");
  }

  private void reinstate(int status) {
    broker
        .officer()
        .post("/v1/recipients/" + Broker.HAIYUN + "/reinstatement")
        .then()
        .statusCode(status);
  }

  private static Map<String, Object> body(LocalDate day, List<Map<String, String>> findings) {
    return Map.of("checkedOn", day.toString(), "findings", findings, "evidence", "CHECK-2026-001");
  }

  private static List<Map<String, String>> findings(Clause... breached) {
    List<Map<String, String>> findings = new ArrayList<>();
    for (Clause clause : Clause.values()) {
      boolean bad = Arrays.asList(breached).contains(clause);
      findings.add(Map.of("clause", clause.name(), "verdict", bad ? "BREACHED" : "KEPT"));
    }
    return findings;
  }
}
