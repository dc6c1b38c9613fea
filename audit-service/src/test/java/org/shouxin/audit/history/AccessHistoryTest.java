package org.shouxin.audit.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.TestTokens;

@QuarkusTest
@AuditServiceTest
class AccessHistoryTest {
  private static final String AUDITOR =
      TestTokens.employee("ctl-donghai", "auditor", "2001", "\u603b\u90e8");

  private final UUID hanMei = Ids.random();
  private final String herself = TestTokens.customer("ctl-donghai", hanMei.toString());
  private final Reporter reporter = new Reporter();

  @Test
  void theCustomerSeesWhoLookedWhenWhyAndAtWhichFields() {
    Map<String, Object> event = Reporter.dataProvided("partner-haiyun", hanMei);
    reporter.report(List.of(event));

    history(herself, Map.of())
        .then()
        .statusCode(200)
        .body("events[0].eventId", equalTo(event.get("eventId")))
        .body("events[0].occurredAt", equalTo(event.get("occurredAt")))
        .body("events[0].actorKind", equalTo("partner"))
        .body("events[0].actorId", equalTo("partner-haiyun"))
        .body("events[0].purpose", equalTo("P-12"))
        .body("events[0].fields", contains("name", "mobile"))
        .body("events[0].permitted", equalTo(true))
        .body("hasNextPage", equalTo(false));
  }

  @Test
  void refusedAccessesShowAndInnerStepsDoNot() {
    reporter.report(
        List.of(
            event("partner.query.received"),
            event("policy.decision.deny"),
            event("access.denied"),
            event("consent.given")));

    history(AUDITOR, Map.of())
        .then()
        .body("events.type", contains("access.denied", "policy.decision.deny"))
        .body("events.permitted", contains(false, false));
  }

  @Test
  void herStoryOfOneTransferHasItsStepsInOrderAndNobodyElses() {
    String transfer = Ids.random().toString();
    reporter.report(
        List.of(
            step("transfer.notice.delivered", hanMei, transfer),
            step("transfer.customer.packed", hanMei, transfer),
            step("transfer.customer.packed", hanMei, Ids.random().toString()),
            step("transfer.customer.excluded", Ids.random(), transfer),
            event("record.read")));

    story(herself, transfer)
        .then()
        .statusCode(200)
        .body("type", contains("transfer.notice.delivered", "transfer.customer.packed"))
        .body("purpose", contains("P-20", "P-20"));
    story(TestTokens.customer("ctl-xinghe", hanMei.toString()), transfer)
        .then()
        .statusCode(200)
        .body("type", empty());
    story(AUDITOR, transfer).then().statusCode(403);
  }

  private static Map<String, Object> step(String type, UUID subject, String transfer) {
    Map<String, Object> event = new HashMap<>(Reporter.dataProvided("partner-haiyun", subject));
    event.put("type", type);
    event.put("purpose", "P-20");
    event.put("resource", Map.of("type", "transfer", "id", transfer));
    return event;
  }

  private static Response story(String token, String transfer) {
    return given().auth().oauth2(token).get("/v1/transfer-stories/" + transfer);
  }

  @Test
  void theListOfWhatWasProvidedCountsTheProvisionsOfThePersonAndNothingElse() {
    Map<String, Object> first = Reporter.dataProvided("partner-haiyun", hanMei);
    Map<String, Object> second = Reporter.dataProvided("partner-beichen", hanMei);
    reporter.report(
        List.of(
            first,
            second,
            Reporter.recordRead("1024", hanMei),
            event("policy.decision.deny"),
            Reporter.dataProvided("partner-haiyun", Ids.random())));

    history(herself, Map.of("providedOnly", true))
        .then()
        .statusCode(200)
        .body("events.eventId", contains(second.get("eventId"), first.get("eventId")))
        .body("events.actorId", contains("partner-beichen", "partner-haiyun"))
        .body("events[0].fields", contains("name", "mobile"))
        .body("hasNextPage", equalTo(false));
  }

  @Test
  void everyoneSeesOnlyWhatIsTheirs() {
    reporter.report(
        List.of(
            Reporter.dataProvided("partner-haiyun", hanMei), Reporter.recordRead("1024", hanMei)));

    assertThat(actors(history(herself, Map.of()))).containsExactly("1024", "partner-haiyun");
    assertThat(actors(history(AUDITOR, Map.of()))).containsExactly("1024", "partner-haiyun");
    assertThat(actors(history(TestTokens.partner("ctl-donghai", "partner-haiyun"), Map.of())))
        .containsExactly("partner-haiyun");
    assertThat(
            actors(
                history(
                    TestTokens.employee("ctl-donghai", "client-manager", "1024", "x"), Map.of())))
        .containsExactly("1024");
    for (String stranger :
        List.of(
            TestTokens.partner("ctl-donghai", "partner-beichen"),
            TestTokens.customer("ctl-donghai", Ids.random().toString()),
            TestTokens.employee("ctl-xinghe", "auditor", "2001", "x"))) {
      history(stranger, Map.of()).then().statusCode(200).body("events", empty());
    }
  }

  @Test
  void pagesNeitherSkipNorRepeatWhileTheLogGrows() {
    List<String> reported = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Map<String, Object> event = Reporter.recordRead("1024", hanMei);
      reported.addFirst((String) event.get("eventId"));
      reporter.report(List.of(event));
    }
    List<String> seen = new ArrayList<>();
    Map<String, Object> question = new HashMap<>(Map.of("first", 3));
    boolean more = true;
    while (more) {
      Response page = history(herself, question);
      seen.addAll(page.<List<String>>path("events.eventId"));
      more = page.path("hasNextPage");
      question.put("after", page.<List<String>>path("cursors").getLast());
      reporter.report(List.of(Reporter.recordRead("1024", hanMei)));
    }
    assertThat(seen).isEqualTo(reported);
  }

  @Test
  void malformedQuestionsHaveACodeEach() {
    history(herself, Map.of("first", 51)).then().body("code", equalTo("PAGE_SIZE_OUT_OF_RANGE"));
    history(herself, Map.of("after", "AAAA")).then().body("code", equalTo("CURSOR_MALFORMED"));
    history(herself, Map.of("subjectRef", "x")).then().body("code", equalTo("ID_MALFORMED"));
    history(herself, Map.of("everything", true)).then().body("code", equalTo("FIELD_UNKNOWN"));
  }

  private Map<String, Object> event(String type) {
    return Reporter.event(
        "ctl-donghai", type, "partner", "partner-haiyun", hanMei, List.of("name"));
  }

  private static List<String> actors(Response page) {
    return page.path("events.actorId");
  }

  private Response history(String token, Map<String, Object> more) {
    Map<String, Object> question = new HashMap<>(Map.of("subjectRef", hanMei.toString()));
    question.putAll(more);
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(question)
        .post("/v1/access-history");
  }
}
