package org.shouxin.records.transfer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.testing.TestTokens;

/** Who moves by the table moving_rule, rehearsed and then frozen (DR-12). */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class SettlementTest {
  private static final List<String> TABLES =
      List.of("transfer_person", "transfer_stage", "transfer_evidence");

  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject Database database;

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void theRehearsalSaysWhatTheCutOverThenDoesAndChangesNothing() {
    new ConsentService().givesItems();
    Sale sale = new Sale(clock);
    CustomerId told = book.admit(sale.seller, Book.person("\u97e9\u6885"));
    CustomerId objects = book.admit(sale.seller, Book.person("\u674e\u96f7"));
    CustomerId held = book.admit(sale.seller, Book.person("\u738b\u4f1f"));
    CustomerId restricted = book.admit(sale.seller, Book.person("\u8d75\u4e00"));
    sale.noticed();
    assertThat(rehearsal(sale).<List<Map<String, Object>>>path("rulings"))
        .containsExactly(ruling("UNTOLD", "STAYS", 4));
    sale.tell(told, objects, held, restricted);
    sale.object(objects);
    standing(sale, held, false, true);
    standing(sale, restricted, true, false);
    List<Long> before = rows(sale);

    Response rehearsal = rehearsal(sale);

    assertThat(rows(sale)).isEqualTo(before);
    rehearsal
        .then()
        .body("moved", equalTo(2))
        .body("restricted", equalTo(1))
        .body("excluded", equalTo(2))
        .body("unreachable", equalTo(0))
        .body("clocksCarried", equalTo(2))
        .body("unmet.find { it.code == 'PACKAGE_APPROVED' }.detail", equalTo("0 of 2"));
    assertThat(rehearsal.<List<Map<String, Object>>>path("rulings"))
        .containsExactly(
            ruling("HELD", "STAYS", 1),
            ruling("OBJECTED", "STAYS", 1),
            ruling("RESTRICTED", "MOVES_RESTRICTED", 1),
            ruling("TOLD", "MOVES", 1));

    sale.cutOver();
    Manifest manifest = Manifest.parse(sale.handedOver().get("manifest"));
    assertThat(manifest.people()).isEqualTo(2);
    assertThat(manifest.staying()).isEqualTo(Map.of("OBJECTED", 1L, "HELD", 1L));
    assertThat(book.events(held)).doesNotContain("transfer.customer.packed");
    assertThat(own(sale, told)).isEqualTo("MOVES");
    assertThat(own(sale, held)).isEqualTo("STAYS");
    rehearsal(sale).then().statusCode(409).body("code", equalTo("TRANSFER_STAGE_CONFLICT"));
  }

  @Test
  void noRuleCanLetAHeldPersonGoSinceNoPackageCarriesAHold() {
    assertThatThrownBy(() ->
            Sale.asAdministrator(
                "insert into moving_rule (deal_type, situation, effective_from, disposition, basis)"
                    + " values ('DISSOLUTION', 'HELD', '2099-01-01', 'MOVES', 'test')"))
        .hasRootCauseInstanceOf(PSQLException.class)
        .hasStackTraceContaining("moving_rule_held_stay");
  }

  @Test
  void nothingIsPackedBeforeABackupFromAfterTheFreezeIsVerifiedByTheLog() {
    new ConsentService().givesItems();
    Sale sale = new Sale(clock);
    CustomerId moves = book.admit(sale.seller, Book.person("\u97e9\u6885"));
    sale.noticed().tell(moves);
    sale.backup(ConsentService.YOUNG_BACKUP)
        .then()
        .statusCode(409)
        .body("code", equalTo("TRANSFER_STAGE_CONFLICT"));
    sale.name();
    sale.approve("3002").then().statusCode(200);
    sale.approve("3003").then().statusCode(200);
    clock.moveForward(Duration.ofDays(32));
    sale.advance().then().statusCode(200);

    for (String reference :
        List.of(
            "file-2026-0117", "01a3c1f0-0000-7000-8000-0000000000ff", ConsentService.OLD_BACKUP)) {
      sale.backup(reference).then().statusCode(422).body("code", equalTo("BACKUP_NOT_VERIFIED"));
    }
    sale.pack()
        .then()
        .statusCode(409)
        .body("code", equalTo("TRANSFER_GATES_UNMET"))
        .body("errors.field", equalTo(List.of("BACKUP_VERIFIED")));
    sale.backup(ConsentService.YOUNG_BACKUP).then().statusCode(200);
    sale.reported().pack().then().statusCode(200).body("sealed", equalTo(true));
  }

  /** What she herself is told of where her data go. */
  private static String own(Sale sale, CustomerId customer) {
    return given()
        .auth()
        .oauth2(TestTokens.customer(sale.seller.value(), customer.toString()))
        .contentType(ContentType.JSON)
        .body(Map.of("language", "en"))
        .post("/v1/transfers/mine")
        .path("[0].disposition");
  }

  private Response rehearsal(Sale sale) {
    return sale.officer("3001").get(sale.path("/rehearsal"));
  }

  private static Map<String, Object> ruling(String situation, String disposition, int people) {
    return Map.of("situation", situation, "disposition", disposition, "people", people);
  }

  private void standing(Sale sale, CustomerId customer, boolean restricted, boolean held) {
    database.write(
        sale.seller,
        handle ->
            handle.execute(
                "insert into standing (controller_id, customer_id, restricted, held,"
                    + " restricted_records, sequence) values (?, ?, ?, ?, '{}', 1)",
                sale.seller,
                customer,
                restricted,
                held));
  }

  private List<Long> rows(Sale sale) {
    return database.read(
        sale.seller,
        handle ->
            TABLES.stream()
                .map(table ->
                    handle.createQuery("select count(*) from " + table).mapTo(Long.class).one())
                .toList());
  }
}
