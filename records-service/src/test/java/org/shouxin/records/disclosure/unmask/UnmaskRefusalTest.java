package org.shouxin.records.disclosure.unmask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.testing.TestTokens;

/** Grants under pressure: another purpose, a withdrawn permission, two approvers at once. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class UnmaskRefusalTest {
  private static final String REASON = "call back about the claim";

  @Inject Book book;

  private final PersonFacts hanMei = Book.person("\u97e9\u6885\u6885");
  private final Caller wang = Caller.manager("1024");
  private ConsentService consent;
  private CustomerId id;

  @BeforeEach
  void herFile() {
    consent = new ConsentService();
    consent.permitsAssigned("name", "mobile");
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), hanMei, hanMei));
    id = book.admit(hanMei);
  }

  @Test
  void ofTwoApproversAtTheSameMomentExactlyOneWins() throws Exception {
    String grant = ask("healthNote", "P-04").path("id");
    Callable<Integer> one = () -> approve(Caller.employee("supervisor", "1000"), grant);
    Callable<Integer> other = () -> approve(Caller.employee("compliance-officer", "1001"), grant);

    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> answers = both.invokeAll(List.of(one, other));
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(200, 409);
    }
    assertThat(book.events(id)).containsOnlyOnce("unmask.granted");
  }

  @Test
  void whatWaitsIsShownToWhoeverMayDecideWithItsReasonAndWithoutItsValue() {
    String grant = ask("healthNote", "P-04").path("id");
    Response queue = Caller.employee("supervisor", "1000").get("/v1/unmask-grants/queue");
    Map<String, Object> shown = queue.path("find { it.id == '" + grant + "' }");
    assertThat(shown)
        .containsEntry("customerId", id.toString())
        .containsEntry("field", "healthNote")
        .containsEntry("requestedBy", "1024")
        .containsEntry("reason", REASON)
        .doesNotContainKey("value");
    assertThat(queued(Caller.employee("compliance-officer", "1001"))).contains(grant);
    assertThat(
            queued(
                new Caller(
                    TestTokens.employee("ctl-donghai", "supervisor", "1009", "\u82cf\u5dde"))))
        .doesNotContain(grant);
    assertThat(queued(Caller.employee("supervisor", "1024"))).doesNotContain(grant);
    wang.get("/v1/unmask-grants/queue").then().statusCode(403);

    assertThat(approve(Caller.employee("supervisor", "1000"), grant)).isEqualTo(200);
    assertThat(queued(Caller.employee("supervisor", "1000"))).doesNotContain(grant);
  }

  private static List<String> queued(Caller caller) {
    return caller.get("/v1/unmask-grants/queue").path("id");
  }

  @Test
  void aGrantIsForItsPurposeOnly() {
    String grant = ask("mobile", "P-04").path("id");

    ask("mobile", "P-05").then().statusCode(200).body("id", not(equalTo(grant)));
    consent.refuses("PURPOSE_NOT_FOR_ROLE");
    ask("mobile", "P-11")
        .then()
        .statusCode(404)
        .body("code", equalTo("CUSTOMER_NOT_FOUND"))
        .body("value", nullValue());
  }

  @Test
  void anOpenGrantDoesNotOutliveThePermissionItRestsOn() {
    String grant = ask("mobile", "P-04").path("id");
    consent.refuses("WITHDRAWN");

    wang.post("/v1/unmask-grants/" + grant + "/value", Map.of())
        .then()
        .statusCode(404)
        .body("value", nullValue());
    assertThat(book.events(id)).endsWith("access.denied");
  }

  @Test
  void aGrantOpensOneFieldOfOnePerson() {
    ask("mobile", "P-04").then().statusCode(200);

    wang.read(List.of(id), "name", "mobile")
        .then()
        .body("customers[0].mobile", not(equalTo(hanMei.mobile())))
        .body("customers[0].name", not(equalTo(hanMei.name())));
  }

  private Response ask(String field, String purpose) {
    return wang.post(
        "/v1/unmask-grants",
        Map.of("customerId", id.toString(), "field", field, "purpose", purpose, "reason", REASON));
  }

  private static int approve(Caller approver, String grant) {
    return approver.post("/v1/unmask-grants/" + grant + "/approval", Map.of()).statusCode();
  }
}
