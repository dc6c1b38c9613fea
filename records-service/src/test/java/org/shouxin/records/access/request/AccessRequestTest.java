package org.shouxin.records.access.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.vault.KeyStoreProbe;
import org.shouxin.testing.Statements;

/** R-AC-02: access beyond one's own rights needs somebody else, or is reviewed. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class AccessRequestTest {
  private static final String REASON = "colleague is ill, claim call";

  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject RequestWatch watch;
  @Inject Database records;
  @Inject KeyStoreProbe keys;

  private final String number = "acc-" + Ids.random().toString().substring(0, 8);
  private final Caller stranger = Caller.manager(number);
  private final Caller sun = Caller.employee("supervisor", "1000");
  private final Caller deng = Caller.employee("compliance-officer", "1001");
  private final PersonFacts hanMei = Book.person("\u97e9\u6885\u6885");
  private CustomerId id;

  @BeforeEach
  void herFile() {
    new ConsentService().permitsStaff("name", "mobile");
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), hanMei, hanMei));
    id = book.admit(hanMei);
  }

  @AfterEach
  void clockBack() {
    clock.reset();
  }

  /** Neither the answer nor its work tells whether somebody exists, here or elsewhere (7.2). */
  @Test
  void whoIsUnknownAndWhoIsOfAnotherControllerAreAnsweredAlike() {
    CustomerId foreign = book.admit(Book.XINGHE, Book.person("\u674e\u96f7"));
    CustomerId nobody = new CustomerId(Ids.random());
    Statements statements = Statements.of(records, keys.database());
    for (String path : List.of("/v1/access-requests", "/v1/access-requests/break-glass")) {
      Map<String, Object> unknown = asked(path, nobody);
      assertThat(asked(path, foreign)).isEqualTo(unknown);
      assertThat(statements.of(() -> asked(path, foreign)))
          .isEqualTo(statements.of(() -> asked(path, nobody)));
    }
    List<Map<String, Object>> queued =
        sun.get("/v1/access-requests/queue").path("findAll { it.requestedBy == '" + number + "' }");
    assertThat(queued).isNotEmpty().noneMatch(one -> one.containsKey("reason"));
  }

  /** The answer without what differs from call to call, and without the ids that were asked. */
  private Map<String, Object> asked(String path, CustomerId person) {
    Response answer =
        stranger.post(
            path,
            Map.of(
                "customerIds",
                List.of(person.toString()),
                "fields",
                List.of("name"),
                "purpose",
                "P-04",
                "reason",
                REASON,
                "minutes",
                15));
    answer.then().statusCode(200).body("customerIds", contains(person.toString()));
    Map<String, Object> said = new HashMap<>(answer.<Map<String, Object>>path("$"));
    said.keySet()
        .removeAll(
            Set.of("id", "customerIds", "requestedAt", "decideBy", "openUntil", "reviewDueAt"));
    return said;
  }

  @Test
  void someoneElsesCustomerIsReadOnceAnotherPersonApprovedAndNoLonger() {
    stranger.read(List.of(id), "name").then().statusCode(200).body("customers", empty());
    String request =
        ask(stranger, id, 60)
            .then()
            .statusCode(200)
            .body("state", equalTo("REQUESTED"))
            .extract()
            .path("id");
    read(stranger, request, "name")
        .then()
        .statusCode(403)
        .body("code", equalTo("APPROVAL_REQUIRED"));
    sun.get("/v1/access-requests/queue")
        .then()
        .body("find { it.id == '" + request + "' }.reason", equalTo(REASON));

    approve(sun, request).then().statusCode(200).body("state", equalTo("GRANTED"));

    read(stranger, request, "name")
        .then()
        .statusCode(200)
        .body("customers.id", contains(id.toString()));
    read(stranger, request, "name").then().statusCode(200);
    read(stranger, request, "mobile")
        .then()
        .statusCode(403)
        .body("code", equalTo("FIELD_NOT_PERMITTED"));
    read(Caller.manager("1024"), request, "name")
        .then()
        .statusCode(404)
        .body("code", equalTo("GRANT_NOT_FOUND"));
    stranger.get("/v1/access-requests").then().body("[0].uses", equalTo(3));
    clock.moveForward(Duration.ofMinutes(61));
    read(stranger, request, "name").then().statusCode(403).body("code", equalTo("GRANT_EXPIRED"));
    watch.watch();
    watch.watch();
    assertThat(book.events(id))
        .containsSubsequence(
            "access.denied",
            "access.requested",
            "access.approved",
            "access.used",
            "record.read",
            "access.used",
            "record.read",
            "grant.expired")
        .containsOnlyOnce("grant.expired");
    assertThat(events(request, "access.denied"))
        .extracting(body -> body.replaceAll(".*\"reason\":\"([A-Z_]+)\".*", "$1"))
        .containsExactly("APPROVAL_REQUIRED", "GRANT_EXPIRED");
    assertThat(String.join("\n", book.eventBodies())).doesNotContain(REASON);
  }

  @Test
  void nobodyApprovesAnOwnRequestAndTheAttemptIsAnEvent() {
    String own = ask(deng, id, 60).path("id");
    approve(deng, own).then().statusCode(422).body("code", equalTo("SELF_APPROVAL"));
    deng.get("/v1/access-requests/queue").then().body("id", not(hasItem(own)));
    approve(stranger, own).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    assertThat(events(own, "access.denied")).singleElement().asString().contains("SELF_APPROVAL");
  }

  @Test
  void ofTwoWhoDecideAtOnceOneWinsAndTheOtherIsTold() throws Exception {
    String request = ask(stranger, id, 60).path("id");
    Callable<Integer> first = () -> approve(sun, request).statusCode();
    Callable<Integer> second = () -> approve(deng, request).statusCode();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(
              threads.invokeAll(List.of(first, second)).stream()
                  .map(answer -> answer.resultNow())
                  .sorted())
          .containsExactly(200, 409);
    }
    assertThat(events(request, "access.approved")).hasSize(1);
    assertThat(events(request, "access.denied"))
        .singleElement()
        .asString()
        .contains("GRANT_STATE_CONFLICT");
  }

  @Test
  void undecidedForFourWorkingHoursItHasLapsedAndARejectedOneStaysClosed() {
    String late = ask(stranger, id, 60).path("id");
    String rejected = ask(stranger, id, 60).path("id");
    sun.post("/v1/access-requests/" + rejected + "/rejection", Map.of())
        .then()
        .body("state", equalTo("REJECTED"));
    read(stranger, rejected, "name")
        .then()
        .statusCode(403)
        .body("code", equalTo("APPROVAL_REQUIRED"));

    clock.moveForward(Duration.ofDays(12));
    approve(sun, late).then().statusCode(409).body("code", equalTo("GRANT_STATE_CONFLICT"));
    read(stranger, late, "name").then().statusCode(403).body("code", equalTo("GRANT_EXPIRED"));
    watch.watch();
    assertThat(events(late, "access.lapsed")).hasSize(1);
    assertThat(events(rejected, "access.lapsed")).isEmpty();
  }

  @Test
  void anOwnMinorsRecordNeedsAnApprovalToo() {
    PersonFacts child = Book.person("\u97e9\u96ea", LocalDate.now().minusYears(9));
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), hanMei, child));
    CustomerId minor = book.admit(child);
    Caller wang = Caller.manager("1024");
    wang.read(List.of(minor), "name")
        .then()
        .statusCode(403)
        .body("code", equalTo("APPROVAL_REQUIRED"));
    stranger.read(List.of(minor), "name").then().statusCode(200).body("customers", empty());

    String request = ask(wang, minor, 60).path("id");
    approve(sun, request);
    read(wang, request, "name").then().statusCode(200).body("customers", hasSize(1));
  }

  @Test
  void breakGlassIsOpenAtOnceAndUnreviewedForAWorkingDayLocksTheAccount() {
    String request =
        stranger
            .post("/v1/access-requests/break-glass", body(id, 60))
            .then()
            .statusCode(200)
            .body("state", equalTo("GRANTED"))
            .extract()
            .path("id");
    read(stranger, request, "name").then().statusCode(200).body("customers", hasSize(1));
    review(stranger, request).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    clock.moveForward(Duration.ofDays(12));
    watch.watch();

    stranger
        .read(List.of(id), "name")
        .then()
        .statusCode(403)
        .body("code", equalTo("ACCESS_BLOCKED"));
    assertThat(events(request, "access.break_glass.opened"))
        .singleElement()
        .asString()
        .contains("\"concerns\":\"employee:" + number);
    assertThat(events(request, "access.break_glass.overdue")).hasSize(1);

    review(sun, request).then().statusCode(200).body("reviewOutcome", equalTo("JUSTIFIED"));
    stranger.read(List.of(id), "name").then().statusCode(200);
    review(deng, request).then().statusCode(409).body("code", equalTo("GRANT_STATE_CONFLICT"));
    stranger
        .post("/v1/access-requests/break-glass", body(id, 61))
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
  }

  @Test
  void whoAsksFiftyTimesHidesNeitherAnotherNorABreakGlass() {
    for (int i = 0; i < 50; i++) {
      ask(stranger, id, 60).then().statusCode(200);
    }
    String another = ask(Caller.manager(number + "b"), id, 60).path("id");
    String glass = stranger.post("/v1/access-requests/break-glass", body(id, 5)).path("id");
    sun.get("/v1/access-requests/queue")
        .then()
        .body("id", hasItem(another))
        .body("id", hasItem(glass));
  }

  @Test
  void ownBreakGlassIsNotReviewedByOneself() {
    String own = deng.post("/v1/access-requests/break-glass", body(id, 5)).path("id");
    review(deng, own).then().statusCode(422).body("code", equalTo("SELF_APPROVAL"));
    review(sun, own).then().statusCode(200);
  }

  @Test
  void whatBreaksTheRulesOfARequestIsRefused() {
    ask(stranger, id, 1441).then().statusCode(400).body("code", equalTo("REQUEST_INVALID"));
    stranger
        .post(
            "/v1/access-requests",
            Map.of(
                "customerIds",
                List.of(id.toString()),
                "fields",
                List.of("shoeSize"),
                "purpose",
                "P-04",
                "reason",
                REASON,
                "minutes",
                5))
        .then()
        .statusCode(400)
        .body("code", equalTo("FIELD_UNKNOWN"));
    ask(Caller.partner(), id, 5).then().statusCode(403);
    ask(Caller.employee("auditor", "1002"), id, 5).then().statusCode(403);
    ask(Caller.employee("operator", "1003"), id, 5).then().statusCode(403);
  }

  private List<String> events(String request, String type) {
    Stream<String> all = book.eventBodies().stream();
    return all.filter(body -> body.contains(request) && body.contains("\"" + type + "\"")).toList();
  }

  private static Map<String, Object> body(CustomerId customer, int minutes) {
    return Map.of(
        "customerIds",
        List.of(customer.toString()),
        "fields",
        List.of("name"),
        "purpose",
        "P-04",
        "reason",
        REASON,
        "minutes",
        minutes);
  }

  private static Response ask(Caller caller, CustomerId customer, int minutes) {
    return caller.post("/v1/access-requests", body(customer, minutes));
  }

  private static Response approve(Caller caller, String request) {
    return caller.post("/v1/access-requests/" + request + "/approval", Map.of());
  }

  private static Response review(Caller caller, String request) {
    return caller.post("/v1/access-requests/" + request + "/review", Map.of("justified", true));
  }

  private static Response read(Caller caller, String request, String field) {
    return caller.post(
        "/v1/customers/approved", Map.of("accessRequestId", request, "fields", List.of(field)));
  }
}
