package org.shouxin.consent.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.MovableClock;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.testing.TestTokens;

/** R-AC-06: nobody comes near customers' data untrained, untested or unsigned. */
@QuarkusTest
@ConsentServiceTest
@NullUnmarked
class ClearanceTest {
  private static final String MANAGER = "7001";

  @Inject Database database;

  private Broker broker;
  private final LocalDate today = BusinessTime.today(Clock.system(BusinessTime.ZONE));

  @BeforeEach
  void open() {
    broker = Broker.open();
  }

  @Test
  void aManagerWith39AndAHalfHoursIsRefusedAndOneWith40TestAgreementAndPledgeIsLetIn() {
    for (int course = 1; course <= 9; course++) {
      attended("C-0" + course, today.minusDays(course / 2), 240, course).then().statusCode(204);
    }
    attended("C-10", today.minusDays(5), 210, 10).then().statusCode(204);
    passTest();
    sign("AGREEMENT");
    sign("PLEDGE");
    transcript()
        .then()
        .body("minutes", equalTo(2370))
        .body("minutesNeeded", equalTo(2400))
        .body("missing", contains("HOURS"))
        .body("state", equalTo("MISSING"));
    reading()
        .then()
        .statusCode(200)
        .body("callerRefusal", equalTo("TRAINING_REQUIRED"))
        .body("people[0].permitted", equalTo(false))
        .body("people[0].rule", equalTo("PERM-00-CALLER"))
        .body("people[0].reasonCode", equalTo("TRAINING_REQUIRED"));

    attended("C-10", today.minusDays(6), 30, 11).then().statusCode(204);
    reading().then().body("callerRefusal", nullValue()).body("people[0].permitted", equalTo(true));
    transcript()
        .then()
        .body("state", equalTo("CLEARED"))
        .body("lastDay", equalTo(today.plusMonths(12).toString()));
    assertThat(broker.eventsConcerning(MANAGER))
        .contains("nda.signed", "pledge.signed", "training.attended")
        .endsWith("training.completed");
  }

  @Test
  void hoursWithoutTestAgreementOrPledgeAreNotEnough() {
    for (int course = 1; course <= 10; course++) {
      attended("C-%02d".formatted(course), today.minusDays(course / 2), 240, course);
    }
    transcript().then().body("missing", contains("TEST", "AGREEMENT", "PLEDGE"));
    sign("PLEDGE");
    passTest();
    transcript().then().body("missing", contains("AGREEMENT"));
    reading().then().body("callerRefusal", equalTo("TRAINING_REQUIRED"));
  }

  @Test
  void noMoreThanEightHoursOfADayCountAndNoListCountsTwice() {
    for (int course = 1; course <= 3; course++) {
      attended("C-0" + course, today.minusDays(1), 240, course).then().statusCode(204);
    }
    attended("C-01", today.minusDays(1), 240, 1)
        .then()
        .statusCode(409)
        .body("code", equalTo("CONFLICT"));
    transcript().then().body("minutes", equalTo(480));
  }

  @Test
  void attendanceIsRecordedBySomebodyElseAndNeverAhead() {
    attend("C-01", today, 60, "3001", 1)
        .then()
        .statusCode(422)
        .body("code", equalTo("SELF_APPROVAL"));
    attended("C-01", today.plusDays(1), 60, 1)
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
  }

  @Test
  void aCourseStudiedAloneTakesItsReadingTimeAndCountsWhatPassed() {
    Response opened = manager().body(Map.of("course", "C-04")).post("/v1/training/sessions");
    opened.then().statusCode(201);
    manager().body(Map.of("course", "C-05")).post("/v1/training/sessions").then().statusCode(409);
    String end = "/v1/training/sessions/" + opened.path("id") + "/end";
    MovableClock.ahead(
        Duration.ofMinutes(179),
        () ->
            manager().post(end).then().statusCode(422).body("code", equalTo("TRAINING_TOO_FAST")));
    MovableClock.ahead(Duration.ofMinutes(195), () -> manager().post(end).then().statusCode(204));
    transcript().then().body("minutes", equalTo(195));
  }

  @Test
  void aCertificateThatEndsTodayHoldsUntilMidnightInShanghai() {
    broker.clear(today, MANAGER);
    Duration toMidnight =
        Duration.between(
            Instant.now(), today.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant());
    reading().then().body("callerRefusal", nullValue());
    MovableClock.ahead(
        toMidnight.minusSeconds(20), () -> reading().then().body("callerRefusal", nullValue()));
    MovableClock.ahead(
        toMidnight,
        () -> {
          reading().then().body("callerRefusal", equalTo("TRAINING_REQUIRED"));
          transcript().then().body("state", equalTo("EXPIRED"));
        });
  }

  @Test
  void aBreachOfTheAgreementSuspendsAtOnceAndAnotherOfficerLiftsIt() {
    broker.clear(MANAGER);
    reading().then().body("callerRefusal", nullValue());
    Response breach =
        broker
            .officer()
            .body(Map.of("evidence", "CASE-2026-7"))
            .post("/v1/clearance/people/" + MANAGER + "/breaches");
    breach.then().statusCode(201);
    reading().then().body("callerRefusal", equalTo("TRAINING_REQUIRED"));
    transcript().then().body("state", equalTo("SUSPENDED"));

    String lifting = "/v1/clearance/breaches/" + breach.path("id") + "/lifting";
    Map<String, String> evidence = Map.of("evidence", "CASE-2026-7-END");
    broker.officer().body(evidence).post(lifting).then().statusCode(422);
    Broker.as(broker.staff("compliance-officer", "3002"))
        .body(evidence)
        .post(lifting)
        .then()
        .statusCode(204);
    reading().then().body("callerRefusal", nullValue());
    assertThat(broker.eventsConcerning(MANAGER)).endsWith("nda.breached", "nda.breach.lifted");
  }

  @Test
  void certificatesFromBeforeNeedASecondPersonWhomTheyDoNotCertify() {
    Map<String, Object> papers =
        Map.of(
            "people", List.of(MANAGER, "7002"),
            "lastDay", today.plusMonths(3).toString(),
            "evidence", "HR-2025-17");
    Response proposed = broker.officer().body(papers).post("/v1/clearance/imports");
    proposed.then().statusCode(201);
    reading().then().body("callerRefusal", equalTo("TRAINING_REQUIRED"));
    String approval = "/v1/clearance/imports/" + proposed.path("id") + "/approval";
    for (String own : List.of("3001", "7002")) {
      Broker.as(broker.staff("compliance-officer", own))
          .post(approval)
          .then()
          .statusCode(422)
          .body("code", equalTo("SELF_APPROVAL"));
    }
    Broker.as(broker.staff("supervisor", "1000")).post(approval).then().statusCode(200);
    reading().then().body("callerRefusal", nullValue());
    Broker.as(broker.staff("supervisor", "1000")).post(approval).then().statusCode(409);
  }

  @Test
  void noTwoTestsOfAPersonHaveTheSameQuestionsAndATestIsAnsweredOnce() {
    Set<Set<Integer>> sets = new HashSet<>();
    Response drawn = manager().post("/v1/training/tests");
    sets.add(new HashSet<>(drawn.<List<Integer>>path("questions.number")));
    for (int i = 1; i < 40; i++) {
      drawn = manager().post("/v1/training/tests");
      sets.add(new HashSet<>(drawn.then().statusCode(201).extract().path("questions.number")));
    }
    assertThat(sets).hasSize(40);
    List<Integer> wrong = new ArrayList<>();
    rightAnswers(drawn.path("questions.number")).forEach(right -> wrong.add(right % 3 + 1));
    String answers = "/v1/training/tests/" + drawn.path("id") + "/answers";
    manager()
        .body(Map.of("answers", wrong))
        .post(answers)
        .then()
        .statusCode(200)
        .body("passed", equalTo(false))
        .body("rightAnswers", equalTo(0));
    manager().body(Map.of("answers", wrong)).post(answers).then().statusCode(404);
  }

  @Test
  void aTextIsSignedByItsDigestAndTheTranscriptKeepsIt() {
    manager()
        .body(Map.of("kind", "PLEDGE", "language", "en", "textSha256", "0".repeat(64)))
        .post("/v1/training/signatures")
        .then()
        .statusCode(409)
        .body("code", equalTo("UNDERTAKING_TEXT_MISMATCH"));
    transcript().then().body("signatures", empty());
    String digest = sign("PLEDGE");
    transcript()
        .then()
        .body("signatures[0].kind", equalTo("PLEDGE"))
        .body("signatures[0].version", equalTo(1))
        .body("signatures[0].textSha256", equalTo(digest));
  }

  @Test
  void aForgedEmployeeNumberInAHeaderChangesNothing() {
    broker.clear("7002");
    for (String header : List.of("X-Employee-No", "X-User", "X-Shouxin-Actor", "Employee-No")) {
      Broker.decide(manager().header(header, "7002"), "P-04", List.of("name"), Broker.newCustomer())
          .then()
          .body("callerRefusal", equalTo("TRAINING_REQUIRED"));
    }
  }

  @Test
  void aPartnerWithoutACertifiedAgentIsRefusedWhoeverItAsksAbout() {
    Broker other = Broker.open();
    String liLei = Broker.newCustomer();
    other.share(liLei);
    int agents =
        database.write(
            new ControllerId(other.controller()),
            handle -> handle.execute("update partner_agent set certified_until = ?", today));
    assertThat(agents).isEqualTo(1);
    asHaiyun(other, liLei).then().body("people[0].permitted", equalTo(true));
    MovableClock.ahead(
        Duration.ofDays(1),
        () ->
            asHaiyun(other, liLei)
                .then()
                .body("people[0].permitted", equalTo(false))
                .body("callerRefusal", equalTo("TRAINING_REQUIRED")));
  }

  private static Response asHaiyun(Broker broker, String customer) {
    return Broker.decide(broker.recordsFor(Broker.HAIYUN), "P-12", List.of("name"), customer);
  }

  private RequestSpecification manager() {
    return Broker.as(TestTokens.employee(broker.controller(), "client-manager", MANAGER, "杭州分公司"));
  }

  private Response reading() {
    return Broker.decide(manager(), "P-04", List.of("name"), Broker.newCustomer());
  }

  private Response transcript() {
    return manager().get("/v1/clearance/me");
  }

  private Response attended(String course, LocalDate day, int minutes, int list) {
    return attend(course, day, minutes, MANAGER, list);
  }

  private Response attend(String course, LocalDate day, int minutes, String person, int list) {
    return broker
        .officer()
        .body(
            Map.of(
                "course", course,
                "heldOn", day.toString(),
                "minutes", minutes,
                "people", List.of(person),
                "evidenceSha256", "%064x".formatted(list)))
        .post("/v1/training/attendances");
  }

  private void passTest() {
    Response drawn = manager().post("/v1/training/tests");
    manager()
        .body(Map.of("answers", rightAnswers(drawn.path("questions.number"))))
        .post("/v1/training/tests/" + drawn.path("id") + "/answers")
        .then()
        .statusCode(200)
        .body("passed", equalTo(true));
  }

  private List<Integer> rightAnswers(List<Integer> numbers) {
    return numbers.stream()
        .map(number ->
            database.systemRead(handle ->
                handle
                    .createQuery("select right_option from test_question where number = ?")
                    .bind(0, number)
                    .mapTo(Integer.class)
                    .one()))
        .toList();
  }

  private String sign(String kind) {
    String digest =
        manager()
            .get("/v1/training/undertakings")
            .path("find { it.kind == '" + kind + "' }.sha256Zh");
    manager()
        .body(Map.of("kind", kind, "language", "zh-CN", "textSha256", digest))
        .post("/v1/training/signatures")
        .then()
        .statusCode(204);
    return digest;
  }
}
