package org.shouxin.records.casetext;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.testing.PostgresServer;

@QuarkusTest
@RecordsServiceTest
class CaseTextTest {
  @Inject Book book;

  private ConsentService consent;
  private CustomerId customer;

  @BeforeEach
  void aCustomer() {
    consent = new ConsentService();
    consent.permits("name");
    customer = book.admit(Book.person("\u97e9\u6885"));
  }

  @Test
  void whatTheCustomerWroteIsOpenedForHerAndForTheHandlerAndIsSealedOnDisk() throws Exception {
    String id = write(Caller.customer(customer), "they knew my policy 13800138000").path("id");
    for (Caller reader :
        new Caller[] {Caller.customer(customer), Caller.employee("compliance-officer", "3001")}) {
      reader
          .post("/v1/case-texts/read", Map.of("id", id))
          .then()
          .statusCode(200)
          .body("subject", equalTo("A call"))
          .body("body", equalTo("they knew my policy 13800138000"));
    }
    try (Connection administrator = PostgresServer.get().administrator("records");
        Statement statement = administrator.createStatement();
        ResultSet rows = statement.executeQuery("select encode(body, 'escape') from case_text")) {
      while (rows.next()) {
        assertThat(rows.getString(1)).doesNotContain("13800138000");
      }
    }
    assertThat(book.events(customer)).endsWith("case.text.written", "record.read", "record.read");
  }

  @Test
  void anotherCustomerAndAPartnerCannotOpenIt() {
    String id = write(Caller.customer(customer), "mine").path("id");
    CustomerId other = book.admit(Book.person("\u674e\u96f7"));
    Caller.customer(other)
        .post("/v1/case-texts/read", Map.of("id", id))
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    Caller.partner().post("/v1/case-texts/read", Map.of("id", id)).then().statusCode(403);
  }

  /** PIPL 31: the case of a child is her guardian's to write and to read, as long as she is one. */
  @Test
  void theGuardianOfAChildWritesAndReadsInHerCaseAndNobodyElsesParentDoes() {
    CustomerId parent = book.admit(Book.person("\u674e\u96f7"));
    consent.hasWard(customer);
    String id = write(Caller.customer(parent), "for my child").path("id");
    Map<String, String> it = Map.of("id", id);
    Caller.customer(parent)
        .post("/v1/case-texts/read", it)
        .then()
        .statusCode(200)
        .body("body", equalTo("for my child"));
    Caller.customer(customer).post("/v1/case-texts/read", it).then().statusCode(200);
    consent.hasWard(parent);
    write(Caller.customer(parent), "no more").then().statusCode(403);
    Caller.customer(parent).post("/v1/case-texts/read", it).then().statusCode(404);
  }

  /** R-CP-02: a client manager writes down what was asked at the counter, and reads nothing. */
  @Test
  void aClientManagerWritesDownWhatWasAskedAndNothingElseAndOpensNoText() {
    Caller manager = Caller.employee("client-manager", "1024");
    String id = writeDown(manager).then().statusCode(201).extract().path("id");
    manager.post("/v1/case-texts/read", Map.of("id", id)).then().statusCode(403);
    write(manager, "an answer").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    consent.refuses("NOT_ASSIGNED");
    writeDown(manager).then().statusCode(404).body("code", equalTo("CUSTOMER_NOT_FOUND"));
  }

  private io.restassured.response.Response writeDown(Caller caller) {
    return caller.post(
        "/v1/case-texts/intake", Map.of("customerId", customer.toString(), "body", "wants a copy"));
  }

  /** Issue 7, bad input: a copy of the request, because an answer was lost. */
  @Test
  void aTextThatArrivesAgainWithItsKeyIsTheFirstOne() {
    String id = writeOnce("mine").path("id");
    String again = writeOnce("mine").path("id");
    assertThat(again).isEqualTo(id);
    writeOnce("other words").then().statusCode(409).body("code", equalTo("IDEMPOTENCY_CONFLICT"));
    assertThat(book.events(customer)).containsOnlyOnce("case.text.written");
  }

  @Test
  void nothingIsSealedWhenTheDecisionIsNo() {
    consent.refuses("ROLE_NOT_ALLOWED");
    write(Caller.customer(customer), "mine")
        .then()
        .statusCode(404)
        .body("code", equalTo("CUSTOMER_NOT_FOUND"));
  }

  private io.restassured.response.Response writeOnce(String body) {
    return given()
        .auth()
        .oauth2(Caller.customer(customer).token())
        .header("Idempotency-Key", "key-of-one-act")
        .contentType(ContentType.JSON)
        .body(Map.of("customerId", customer.toString(), "subject", "A call", "body", body))
        .post("/v1/case-texts");
  }

  private io.restassured.response.Response write(Caller caller, String body) {
    return caller.post(
        "/v1/case-texts",
        Map.of("customerId", customer.toString(), "subject", "A call", "body", body));
  }
}
