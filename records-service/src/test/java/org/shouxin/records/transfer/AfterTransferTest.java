package org.shouxin.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.access.StaffMember;
import org.shouxin.records.access.StaffRoster;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.vault.TransferKeys;
import org.shouxin.testing.TestTokens;

/** What follows at both sides once a book has moved (R-BT-05). */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class AfterTransferTest {
  private static final String SUPERVISOR = "4003";
  private static final String MANAGER = "5001";

  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject Database database;
  @Inject StaffRoster staff;
  @Inject TransferKeys keys;

  private final PersonFacts hanMei = Book.person("\u97e9\u6885");
  private ConsentService neighbours;
  private Sale sale;
  private CustomerId sold;
  private Manifest manifest;

  @BeforeEach
  void handOver() {
    neighbours = new ConsentService();
    neighbours.givesItems();
    neighbours.permitsAssigned("name");
    sale = new Sale(clock);
    sold = book.admit(sale.seller, hanMei);
  }

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void anAdmissionThatWasInterruptedGoesOnAndHalfIsNeverVisible() {
    neighbours.takesNoEntry(sold);
    String arrival = arrived();
    admit(arrival).then().statusCode(503);
    receiver().get("/v1/arrivals/" + arrival).then().body("admitted", equalTo(false));
    assertThat(people("customer")).isEmpty();
    List<CustomerId> named = people("arrival_person");
    assertThat(named).hasSize(1);

    neighbours.takesEntries();
    admit(arrival).then().statusCode(200).body("admitted", equalTo(true));

    assertThat(people("customer")).isEqualTo(named);
    assertThat(book.events(named.getFirst()).stream().filter("transfer.customer.arrived"::equals))
        .hasSize(1);
  }

  /** Her consents may stay with the seller (D-145); that a guardian decides for her may not. */
  @Test
  void aChildWhoArrivesIsToldToConsentServiceByHerBirthDateWhateverTheSellersConsentsSaid() {
    CustomerId grownUp = sold;
    sold =
        book.admit(
            sale.seller,
            Book.person(
                "\u6797\u5c0f\u96e8",
                BusinessTime.today(Clock.system(BusinessTime.ZONE)).minusYears(9)));
    admit(arrived(grownUp)).then().statusCode(200);
    assertThat(people("customer")).hasSize(2).containsAll(announcedAsChildren());
    assertThat(announcedAsChildren()).hasSize(1);
  }

  @Test
  void whoArrivesIsLookedAfterByNobodyUntilASupervisorNamesSomebody() {
    String arrival = arrived();
    admit(arrival).then().statusCode(200).body("unassigned", equalTo(1));
    CustomerId here = people("customer").getFirst();
    assertThat(readByManager(here)).isEmpty();
    assign(arrival, MANAGER).then().statusCode(400).body("code", equalTo("REQUEST_INVALID"));
    assign(arrival, SUPERVISOR).then().statusCode(422).body("code", equalTo("SELF_APPROVAL"));
    database.write(
        sale.receiver,
        handle -> {
          staff.admit(
              handle,
              sale.receiver,
              List.of(new StaffMember(MANAGER, "client-manager", "HQ", null, null)));
          return MANAGER;
        });
    receiver()
        .body(Map.of("employeeNo", MANAGER))
        .post("/v1/arrivals/" + arrival + "/assignment")
        .then()
        .statusCode(403);

    assign(arrival, MANAGER).then().statusCode(200).body("unassigned", equalTo(0));
    assign(arrival, MANAGER).then().statusCode(200);

    assertThat(readByManager(here)).containsExactly(here.toString());
    assertThat(book.events(here).stream().filter("assignment.moved"::equals)).hasSize(1);
  }

  @Test
  void nobodyIsGivenToAnybodyBeforeTheAdmission() {
    String arrival = arrived();
    assign(arrival, MANAGER)
        .then()
        .statusCode(409)
        .body("code", equalTo("TRANSFER_STAGE_CONFLICT"));
  }

  @Test
  void whatIsDecidedToGoIsProposedForDestructionAndItsCertificateIsNamed() {
    receipted();
    List<String> classes = manifest.classes().stream().map(Manifest.ItemClass::name).toList();
    classes.stream().skip(1).forEach(each -> decide(each).then().statusCode(200));
    neighbours.plansNoDestruction();
    decide(classes.getFirst()).then().statusCode(503);
    sale.advance().then().statusCode(409);

    neighbours.plansDestruction(0);
    decide(classes.getFirst()).then().statusCode(200).body("open.size()", equalTo(0));

    assertThat(neighbours.proposed())
        .last()
        .satisfies(asked ->
            assertThat(asked)
                .contains(
                    "\"decidedBy\":\"3001\"",
                    "\"people\":[\"" + sold + "\"]",
                    "\"kinds\":[\"IDENTITY\"]"));
    sale.officer("3001")
        .get(sale.path("/leftovers"))
        .then()
        .body("decided.decision.unique()", equalTo(List.of("DESTROY")))
        .body("plans[0].planId", equalTo(ConsentService.YOUNG_BACKUP))
        .body("plans[0].certificateSha256", equalTo("c".repeat(43)));
    assertThat(kept()).as("nothing is kept of her").isFalse();
  }

  @Test
  void whatTheLawStillKeepsOfWhatIsToGoIsRestrictedMeanwhile() {
    receipted();
    neighbours.plansDestruction(1);
    manifest.classes().forEach(each -> decide(each.name()).then().statusCode(200));
    assertThat(kept()).isTrue();
  }

  /** R-BT-05, D-144: the rotation is its operator's, and stands open until it is done. */
  @Test
  void afterTheCloseTheSellerStillOwesTheRotationOfItsKeysUntilItIsDone() {
    receipted();
    neighbours.plansDestruction(0);
    manifest.classes().forEach(each -> decide(each.name()).then().statusCode(200));
    String first = "insert into key_rotation values ('%s', 1, now() - interval '1 year')";
    Sale.asAdministrator(first.formatted(sale.seller.value()));

    sale.advance()
        .then()
        .statusCode(200)
        .body("stage", equalTo("CLOSE"))
        .body("gates.code", equalTo(List.of("KEYS_ROTATED")))
        .body("gates[0].met", equalTo(false));
    sale.advance().then().statusCode(409).body("code", equalTo("TRANSFER_STAGE_CONFLICT"));

    String next = "insert into key_rotation values ('%s', 2, now() + interval '1 year')";
    Sale.asAdministrator(next.formatted(sale.seller.value()));
    sale.officer("3001").get(sale.path("")).then().body("gates[0].met", equalTo(true));
  }

  private Response decide(String itemClass) {
    return sale.officer("3001")
        .body(Map.of("itemClass", itemClass, "decision", "DESTROY", "basis", "file-2026-9"))
        .post(sale.path("/leftovers"));
  }

  private void receipted() {
    String arrival = arrived();
    admit(arrival).then().statusCode(200);
    sale.advance().then().statusCode(200);
    sale.receipted(arrival).then().statusCode(200);
    sale.evidence("3001", "CHANGE_REPORTED");
  }

  private String arrived(CustomerId... others) {
    sale.noticed().tell(sold);
    if (others.length > 0) {
      sale.tell(others);
    }
    sale.cutOver();
    Map<String, String> signed = sale.handedOver();
    manifest = Manifest.parse(signed.get("manifest"));
    return sale.arrives(signed, keys.signingKey(sale.seller));
  }

  private Response admit(String arrival) {
    return sale.admit(arrival);
  }

  private Response assign(String arrival, String employee) {
    return as("supervisor", SUPERVISOR)
        .body(Map.of("employeeNo", employee))
        .post("/v1/arrivals/" + arrival + "/assignment");
  }

  private List<String> readByManager(CustomerId customer) {
    return as("client-manager", MANAGER)
        .body(
            Map.of(
                "ids", List.of(customer.toString()), "purpose", "P-04", "fields", List.of("name")))
        .post("/v1/customers/read")
        .then()
        .statusCode(200)
        .extract()
        .path("customers.id");
  }

  private RequestSpecification as(String role, String employee) {
    return io.restassured.RestAssured.given()
        .auth()
        .oauth2(TestTokens.employee(sale.receiver.value(), role, employee, "HQ"))
        .contentType(ContentType.JSON);
  }

  private RequestSpecification receiver() {
    return Sale.as(sale.receiver, "4001");
  }

  private List<CustomerId> people(String table) {
    String id = table.equals("customer") ? "id" : "customer_id";
    return database.read(
        sale.receiver,
        handle ->
            handle.createQuery("select " + id + " from " + table).mapTo(CustomerId.class).list());
  }

  private List<CustomerId> announcedAsChildren() {
    return database.systemRead(handle ->
        handle
            .createQuery(
                "select customer_id from announcement where controller_id = ? and kind ="
                    + " 'CHILD'")
            .bind(0, sale.receiver)
            .mapTo(CustomerId.class)
            .list());
  }

  private boolean kept() {
    return database.read(
        sale.seller,
        handle ->
            handle
                .createQuery("select kept_at is not null from customer")
                .mapTo(Boolean.class)
                .one());
  }
}
