package org.shouxin.records.correction.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;

/** R-RC-03, K-08: who was given the old value is told, and acknowledges. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class PropagationTest {
  private static final String HOME =
      "\u6d59\u6c5f\u7701\u676d\u5dde\u5e02\u897f\u6e56\u533a\u6587\u4e00\u8def1\u53f7";
  private static final Duration SETTLED = PropagationRun.READS_ARE_OVER.plusSeconds(1);

  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject PropagationRun run;

  private final PersonFacts hanMei = Book.person("\u97e9\u6885\u6885");
  private final Caller haiyun = Caller.partner("partner-haiyun");
  private final Caller deng = Caller.employee("compliance-officer", "1001");
  private ConsentService consent;
  private CustomerId id;

  @BeforeEach
  void herFile() {
    consent = new ConsentService();
    consent.permits("name", "address");
    consent.callsRecipients("TAKEN");
    id = book.admit(hanMei);
  }

  @AfterEach
  void clockBack() {
    clock.reset();
  }

  @Test
  void everyRecipientOfTheFieldAndNobodyElseIsToldAndTheClockStopsWithTheLastAcknowledgement() {
    haiyun.read(List.of(id), "name", "address");
    Caller.partner("partner-beichen").read(List.of(id), "name");
    String correction = correctAddress();

    run.run();

    assertThat(mine(consent.calls()))
        .hasSize(1)
        .allSatisfy(
            body -> assertThat(body).contains("\"field\":\"address\"").doesNotContain(HOME));
    String notice = noticeOf(haiyun, correction);
    Caller.partner("partner-beichen")
        .get("/v1/correction-notices")
        .then()
        .body("correctionId", not(hasItem(correction)));
    Caller.partner("partner-beichen")
        .post("/v1/correction-notices/" + notice + "/acknowledgement", Map.of())
        .then()
        .statusCode(404);

    clock.moveForward(SETTLED);
    run.run();
    assertThat(state(correction)).isEqualTo("RUNNING");
    haiyun
        .post("/v1/correction-notices/" + notice + "/acknowledgement", Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("ACKNOWLEDGED"));

    assertThat(state(correction)).isEqualTo("MET");
    assertThat(book.events(id))
        .containsSubsequence(
            "record.updated",
            "clock.started",
            "correction.propagated",
            "recipient.acknowledged",
            "clock.met");
  }

  @Test
  void aReadThatWasUnderWayWhenTheCorrectionCameIsFoundByTheSecondLook() {
    String correction = correctAddress();
    haiyun.read(List.of(id), "address");

    clock.moveForward(SETTLED);
    run.run();

    assertThat(noticeOf(haiyun, correction)).isNotNull();
  }

  @Test
  void whoHasNoWebhookFetchesTheNoticeAndThatIsItsDelivery() {
    consent.callsRecipients("NO_WEBHOOK");
    haiyun.read(List.of(id), "address");
    String correction = correctAddress();
    run.run();
    assertThat(book.events(id)).doesNotContain("correction.propagated");

    haiyun
        .get("/v1/correction-notices")
        .then()
        .body(
            "findAll { it.correctionId == '%s' }.state".formatted(correction),
            contains("DELIVERED"));
    haiyun.get("/v1/correction-notices").then().statusCode(200);

    assertThat(book.events(id)).containsOnlyOnce("correction.propagated");
  }

  @Test
  void aWebhookThatNeverAnswersIsGivenUpAndTheNoticeStands() {
    consent.callsRecipients("NOT_TAKEN");
    haiyun.read(List.of(id), "address");
    String correction = correctAddress();
    for (int i = 0; i <= PropagationRun.MOST_ATTEMPTS; i++) {
      run.run();
      clock.moveForward(Duration.ofHours(1));
    }

    assertThat(mine(consent.calls())).hasSize(PropagationRun.MOST_ATTEMPTS);
    deng.get("/v1/correction-notices")
        .then()
        .body(
            "findAll { it.correctionId == '%s' }.state".formatted(correction),
            contains("UNDELIVERABLE"));
    assertThat(book.events(id)).contains("correction.undeliverable");
  }

  @Test
  void anUnacknowledgedCorrectionAlarmsADayBeforeItsEndAndIsThenAnOverdueTask() {
    haiyun.read(List.of(id), "address");
    String correction = correctAddress();
    Duration left = untilDue(correction);

    clock.moveForward(left.minusHours(23));
    run.run();
    run.run();
    assertThat(book.events(id)).containsOnlyOnce("clock.escalated");
    deng.get("/v1/correction-notices/clocks?overdue=true")
        .then()
        .body("correctionId", not(hasItem(correction)));

    clock.moveForward(Duration.ofHours(24));
    run.run();
    run.run();
    assertThat(book.events(id)).containsOnlyOnce("clock.breached");
    deng.get("/v1/correction-notices/clocks?overdue=true")
        .then()
        .body("correctionId", hasItem(correction));

    String notice = noticeOf(haiyun, correction);
    deng.post("/v1/correction-notices/" + notice + "/acknowledgement", Map.of())
        .then()
        .statusCode(200);
    assertThat(state(correction)).as("late is breached, for ever").isEqualTo("BREACHED");
  }

  @Test
  void aCorrectionThatNobodyWasGivenIsMetByItself() {
    String correction = correctAddress();
    clock.moveForward(SETTLED);
    run.run();

    assertThat(state(correction)).isEqualTo("MET");
    haiyun
        .get("/v1/correction-notices")
        .then()
        .body("findAll { it.correctionId == '%s' }".formatted(correction), empty());
  }

  @Test
  void aConflictSettledOtherwiseIsToldToWhoeverWasGivenTheOtherValue() {
    inConflict();
    haiyun.read(List.of(id), "name");
    Caller.partner("partner-beichen").read(List.of(id), "address");

    settle(1);
    run.run();

    assertThat(mine(consent.calls()))
        .singleElement()
        .satisfies(
            body -> assertThat(body).contains("\"field\":\"name\"").doesNotContain("\u674e"));
    String settled =
        haiyun
            .get("/v1/correction-notices")
            .path("find { it.customerId == '%s' }.correctionId".formatted(id));
    assertThat(state(settled)).isEqualTo("RUNNING");
    clock.moveForward(SETTLED);
    run.run();
    haiyun
        .post("/v1/correction-notices/" + noticeOf(haiyun, settled) + "/acknowledgement", Map.of())
        .then()
        .statusCode(200);

    assertThat(state(settled)).isEqualTo("MET");
    assertThat(book.events(id))
        .containsSubsequence(
            "clock.started",
            "conflict.resolved",
            "correction.propagated",
            "recipient.acknowledged",
            "clock.met");
    Caller.partner("partner-beichen")
        .get("/v1/correction-notices")
        .then()
        .body("findAll { it.customerId == '%s' }".formatted(id), empty());
  }

  @Test
  void aConflictSettledAsItWasGivenIsToldToNobody() {
    inConflict();
    haiyun.read(List.of(id), "name");

    settle(0);
    run.run();

    assertThat(mine(consent.calls())).isEmpty();
    assertThat(book.events(id)).contains("conflict.resolved").doesNotContain("clock.started");
  }

  /** A second file names her otherwise; the manager looks after her. */
  private void inConflict() {
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), hanMei, hanMei));
    book.admit(
        new PersonFacts(
            "\u674e\u6885",
            hanMei.gender(),
            hanMei.birthDate(),
            hanMei.idType(),
            hanMei.idNumber(),
            null,
            hanMei.mobile(),
            null,
            null,
            null,
            null));
  }

  /** Two people choose the same. */
  private void settle(int value) {
    Map<String, String> whose = Map.of("customerId", id.toString(), "purpose", "P-04");
    String statement =
        deng.post("/v1/conflicts/list", whose)
            .path("conflicts.find { it.field == 'name' }.values[%d].statementId".formatted(value));
    Map<String, String> choice = new HashMap<>(whose);
    choice.put("field", "name");
    choice.put("statementId", statement);
    Caller.manager("1024")
        .post("/v1/conflicts/choice", choice)
        .then()
        .body("state", equalTo("CHOSEN"));
    deng.post("/v1/conflicts/choice", choice).then().body("state", equalTo("RESOLVED"));
  }

  private List<String> mine(List<String> calls) {
    return calls.stream().filter(body -> body.contains(id.toString())).toList();
  }

  private String correctAddress() {
    return Caller.customer(id)
        .post(
            "/v1/corrections",
            Map.of("customerId", id.toString(), "field", "address", "value", HOME))
        .then()
        .statusCode(200)
        .body("state", equalTo("APPLIED"))
        .extract()
        .path("id");
  }

  private static String noticeOf(Caller recipient, String correction) {
    return recipient
        .get("/v1/correction-notices")
        .path("find { it.correctionId == '%s' }.id".formatted(correction));
  }

  private String state(String correction) {
    return deng.get("/v1/correction-notices/clocks")
        .path("find { it.correctionId == '%s' }.state".formatted(correction));
  }

  private Duration untilDue(String correction) {
    String dueAt =
        deng.get("/v1/correction-notices/clocks")
            .path("find { it.correctionId == '%s' }.dueAt".formatted(correction));
    return Duration.between(java.time.Instant.now(), java.time.Instant.parse(dueAt));
  }
}
