package org.shouxin.records.correction.stale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
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

/** R-RC-03: a nightly run lists stale data for whoever looks after the customer. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class StaleDataTest {
  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject StaleData nightly;

  private final Caller wang = Caller.manager("1024");
  private CustomerId id;
  private PersonFacts hanMei;

  @BeforeEach
  void herFile() {
    new ConsentService().permits("name");
    PersonFacts person = Book.person("\u97e9\u6885\u6885");
    hanMei =
        new PersonFacts(
            person.name(),
            person.gender(),
            person.birthDate(),
            person.idType(),
            person.idNumber(),
            LocalDate.now().plusYears(1),
            person.mobile(),
            person.email(),
            person.address(),
            null,
            null);
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), hanMei, hanMei));
    id = book.admit(hanMei);
  }

  @AfterEach
  void clockBack() {
    clock.reset();
  }

  @Test
  void anExpiredDocumentIsListedForTheClientManagerUntilItsNewDayIsOnFile() {
    nightly.run();
    assertThat(codes(wang)).isEmpty();
    clock.moveForward(Duration.ofDays(367));
    nightly.run();
    nightly.run();
    assertThat(codes(wang)).containsExactly("ID_EXPIRED");
    assertThat(codes(Caller.manager("1038"))).isEmpty();

    Caller.customer(id)
        .post(
            "/v1/corrections",
            Map.of("customerId", id.toString(), "field", "idValidUntil", "value", "2049-01-01"))
        .then()
        .body("state", equalTo("APPLIED"));
    nightly.run();
    assertThat(codes(wang)).isEmpty();
  }

  @Test
  void aBouncedNumberIsListedUntilAnotherOneIsSaid() {
    Map<String, String> bounce = Map.of("customerId", id.toString(), "field", "email");
    Caller.manager("1038").post("/v1/stale-data/bounces", bounce).then().statusCode(404);
    wang.post("/v1/stale-data/bounces", bounce).then().statusCode(204);
    nightly.run();
    assertThat(codes(wang)).containsExactly("EMAIL_BOUNCED");

    clock.moveForward(Duration.ofMinutes(1));
    String correction =
        wang.post(
                "/v1/corrections",
                Map.of(
                    "customerId",
                    id.toString(),
                    "field",
                    "email",
                    "value",
                    "new@example.com",
                    "evidence",
                    "call"))
            .path("id");
    Caller.employee("compliance-officer", "1001")
        .post("/v1/corrections/" + correction + "/approval", Map.of())
        .then()
        .statusCode(200);
    nightly.run();
    assertThat(codes(wang)).isEmpty();
  }

  @Test
  void whatNobodyCheckedFor24MonthsIsListed() {
    clock.moveForward(Duration.ofDays(729));
    nightly.run();
    assertThat(codes(wang)).doesNotContain("NOT_CHECKED");
    clock.moveForward(Duration.ofDays(5));
    nightly.run();
    assertThat(codes(wang)).contains("NOT_CHECKED");
  }

  private List<String> codes(Caller reader) {
    return reader
        .get("/v1/stale-data")
        .then()
        .statusCode(200)
        .extract()
        .path("findAll { it.customerId == '%s' }.code".formatted(id));
  }
}
