package org.shouxin.audit.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.TestTokens;

@QuarkusTest
@AuditServiceTest
class AccessSearchTest {
  private static final String COMPLIANCE =
      TestTokens.employee("ctl-donghai", "compliance-officer", "3001", "总部");

  private final UUID hanMei = Ids.random();
  private final String employee = "E" + Ids.random().toString().substring(0, 6);
  private final Reporter reporter = new Reporter();

  @Test
  void oneEmployeesDayIsFoundByNumberAndNarrowedByPersonPurposeAndDecision() {
    Map<String, Object> read = Reporter.recordRead(employee, hanMei);
    Map<String, Object> denied =
        Reporter.event(
            "ctl-donghai", "access.denied", "employee", employee, hanMei, List.of("mobile"));
    Map<String, Object> other = Reporter.recordRead(employee, Ids.random());
    reporter.report(List.of(read, denied, other));
    Instant now = Instant.now();
    Map<String, Object> today =
        Map.of(
            "actorId", employee,
            "from", now.minus(Duration.ofHours(1)).toString(),
            "until", now.plus(Duration.ofHours(1)).toString());

    assertThat(ids(search(COMPLIANCE, today)))
        .containsExactly(other.get("eventId"), denied.get("eventId"), read.get("eventId"));
    assertThat(ids(search(COMPLIANCE, with(today, "subjectRef", hanMei.toString()))))
        .containsExactly(denied.get("eventId"), read.get("eventId"));
    assertThat(ids(search(COMPLIANCE, with(today, "permitted", false))))
        .containsExactly(denied.get("eventId"));
    assertThat(ids(search(COMPLIANCE, with(today, "type", "record.read")))).hasSize(2);
    assertThat(ids(search(COMPLIANCE, with(today, "purpose", "P-04")))).isEmpty();
    assertThat(
            ids(search(COMPLIANCE, with(today, "until", now.minus(Duration.ofDays(1)).toString()))))
        .isEmpty();
  }

  @Test
  void aSupervisorFindsTheOwnBranchsEmployeeByNumberAndNobodyElse() {
    Map<String, Object> here = inBranch(Reporter.recordRead(employee, hanMei), "\u4e0a\u6d77");
    Map<String, Object> before = inBranch(Reporter.recordRead(employee, hanMei), "HQ");
    reporter.report(List.of(here, before, Reporter.dataProvided(employee, hanMei)));
    String supervisor = TestTokens.employee("ctl-donghai", "supervisor", "1500", "\u4e0a\u6d77");
    assertThat(ids(search(supervisor, Map.of("actorId", employee))))
        .containsExactly(here.get("eventId"));
    search(supervisor, Map.of("subjectRef", hanMei.toString()))
        .then()
        .statusCode(400)
        .body("detail", equalTo("actorId, an employee number, is required"));
    assertThat(ids(search(COMPLIANCE, Map.of("actorId", employee)))).hasSize(3);
  }

  @Test
  void aPageGoesOnWhereItEndedThoughTheLogGrewMeanwhile() {
    List<Map<String, Object>> reads = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      reads.add(Reporter.recordRead(employee, hanMei));
    }
    reporter.report(reads);
    List<Object> seen = new ArrayList<>();
    Map<String, Object> question = with(Map.of("actorId", employee), "first", 3);
    Response page = search(COMPLIANCE, question);
    while (true) {
      seen.addAll(ids(page));
      reporter.report(List.of(Reporter.recordRead(employee, hanMei)));
      if (!page.jsonPath().getBoolean("hasNextPage")) {
        break;
      }
      page = search(COMPLIANCE, with(question, "after", page.jsonPath().get("cursors[-1]")));
    }
    List<Object> expected = new ArrayList<>();
    reads.reversed().forEach(read -> expected.add(read.get("eventId")));
    assertThat(seen).isEqualTo(expected);
  }

  private static Map<String, Object> inBranch(Map<String, Object> event, String branch) {
    event.put("actor", with(actorOf(event), "branch", branch));
    return event;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> actorOf(Map<String, Object> event) {
    return (Map<String, Object>) Objects.requireNonNull(event.get("actor"));
  }

  @Test
  void anotherControllersOverseerFindsNothing() {
    reporter.report(List.of(Reporter.recordRead(employee, hanMei)));
    String elsewhere = TestTokens.employee("ctl-xinghe", "auditor", "2001", "x");
    assertThat(ids(search(elsewhere, Map.of("actorId", employee)))).isEmpty();
  }

  @Test
  void onlyOverseersSearchAndABoundlessSearchIsRefused() {
    search(
            TestTokens.employee("ctl-donghai", "client-manager", "1024", "x"),
            Map.of("actorId", "1"))
        .then()
        .statusCode(403);
    search(COMPLIANCE, Map.of("purpose", "P-12"))
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
  }

  @Test
  void theCustomersViewIsInPlainWords() {
    reporter.report(
        List.of(
            Reporter.dataProvided("partner-haiyun", hanMei),
            Reporter.event("ctl-donghai", "access.denied", "employee", "1024", hanMei, List.of())));
    given()
        .auth()
        .oauth2(TestTokens.customer("ctl-donghai", hanMei.toString()))
        .contentType(ContentType.JSON)
        .body(Map.of("subjectRef", hanMei.toString()))
        .post("/v1/access-history")
        .then()
        .body(
            "events.inWords.zh",
            equalTo(
                List.of(
                    "工号 1024 的员工为“与合作机构共享”请求查看您的信息，已被拒绝。",
                    "合作机构 partner-haiyun 为“与合作机构共享”查看了您的姓名、手机号。")))
        .body(
            "events.inWords.en",
            equalTo(
                List.of(
                    "Employee no. 1024 asked to see your data for sharing with a partner intermediary and was refused.",
                    "The partner partner-haiyun saw your name, mobile number for sharing with a partner intermediary.")));
  }

  private static Map<String, Object> with(Map<String, Object> filters, String name, Object value) {
    Map<String, Object> more = new HashMap<>(filters);
    more.put(name, value);
    return more;
  }

  private static List<Object> ids(Response page) {
    return page.then().statusCode(200).extract().path("events.eventId");
  }

  private static Response search(String token, Map<String, Object> filters) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(filters)
        .post("/v1/access-search");
  }
}
