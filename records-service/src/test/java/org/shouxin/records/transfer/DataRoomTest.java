package org.shouxin.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;

/** A room over thirty people, seven of whom have a policy (R-BT-03). */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class DataRoomTest {
  private static final String AGREEMENT = "ab".repeat(32);
  private static final LocalDate TODAY = BusinessTime.today(Clock.system(BusinessTime.ZONE));

  @Inject Book book;
  @Inject AdjustableClock clock;

  private Sale sale = new Sale(new AdjustableClock());

  @BeforeEach
  void open() {
    sale = new Sale(clock).dueDiligence();
    for (int i = 0; i < 23; i++) {
      book.admit(sale.seller, Book.person("\u97e9\u6885"));
    }
    for (int i = 0; i < 7; i++) {
      PersonFacts person = Book.person("\u674e\u96f7");
      book.admit(sale.seller, Book.policy(Book.nextPolicyNumber(), person, person));
    }
    sale.officer("3001")
        .body(
            Map.of(
                "agreementSha256",
                AGREEMENT,
                "endsOn",
                TODAY.plusDays(10).toString(),
                "viewers",
                List.of("4001")))
        .post(sale.path("/room"))
        .then()
        .statusCode(201)
        .body("people", equalTo(30))
        .body("smallestCell", equalTo(10));
  }

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void aCellOfSevenPeopleIsSuppressedTogetherWithWhatWouldTellIt() {
    accept("4001");
    table("4001", "POLICIES")
        .then()
        .statusCode(200)
        .body("content.rows", hasSize(0))
        .body("content.suppressed", equalTo(30));
    table("4001", "GENDER")
        .then()
        .body("content.rows[0].people", equalTo(30))
        .body("content.suppressed", equalTo(0));
  }

  @Test
  void nothingIsShownBeforeTheAgreementToOthersOrAfterTheEnd() {
    refused(table("4001", "GENDER"));
    accept("4001");
    table("4001", "GENDER").then().statusCode(200);
    refused(table("4002", "GENDER"));
    refused(
        Sale.as(sale.seller, "4001")
            .body(Map.of("sellerId", sale.seller.value(), "dimensions", List.of()))
            .post(room("/tables")));
    clock.moveForward(Duration.ofDays(12));
    refused(table("4001", "GENDER"));
  }

  @Test
  void everyViewHasItsWatermarkItsLogLineAndItsEvent() {
    accept("4001");
    String watermark = table("4001", "GENDER").path("watermark");
    Response views = sale.officer("3001").get(sale.path("/room/views"));
    assertThat(watermark)
        .startsWith(sale.receiver.value() + " 4001 ")
        .endsWith(views.<String>path("[0].id"));
    views.then().body("[0].shown", equalTo("GENDER")).body("[0].employeeNo", equalTo("4001"));
    assertThat(book.eventBodies())
        .anyMatch(body ->
            body.contains("\"dataroom.viewed\"")
                && body.contains(sale.id())
                && body.contains("\"controllerId\":\"" + sale.seller.value()));
  }

  @Test
  void aTextWithAPersonsNumberIsRefusedHoweverItIsWritten() {
    for (String text :
        List.of(
            "call 13800138000",
            "\uff11\uff13\uff18\uff10\uff10\uff11\uff13\uff18\uff10\uff10\uff10",
            "138-0013-8000",
            "+86 138 0013 8000",
            "no. " + Book.person("\u97e9\u6885").idNumber())) {
      note(text).then().statusCode(422).body("code", equalTo("DATA_ROOM_TEXT_IDENTIFIES"));
    }
    note("Premiums of 2025-03-31 and 2026-03-31 are stated in RMB 14376.00.")
        .then()
        .statusCode(204);
    accept("4001");
    Sale.as(sale.receiver, "4001")
        .body(Map.of("sellerId", sale.seller.value()))
        .post(room("/notes"))
        .then()
        .body("content", hasSize(1))
        .body("content[0]", containsString("14376.00"));
  }

  private Response note(String text) {
    return sale.officer("3001").body(Map.of("text", text)).post(sale.path("/room/notes"));
  }

  private void accept(String viewer) {
    Sale.as(sale.receiver, viewer)
        .body(Map.of("sellerId", sale.seller.value(), "agreementSha256", AGREEMENT))
        .post(room("/agreement"))
        .then()
        .statusCode(204);
  }

  private Response table(String viewer, String... dimensions) {
    return Sale.as(sale.receiver, viewer)
        .body(Map.of("sellerId", sale.seller.value(), "dimensions", List.of(dimensions)))
        .post(room("/tables"));
  }

  private static void refused(Response answer) {
    answer.then().statusCode(403).body("code", equalTo("DATA_ROOM_NOT_OPEN"));
  }

  private String room(String more) {
    return "/v1/data-rooms/" + sale.id() + more;
  }
}
