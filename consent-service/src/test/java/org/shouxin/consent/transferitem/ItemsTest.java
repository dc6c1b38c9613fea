package org.shouxin.consent.transferitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.PostgresServer;
import org.shouxin.testing.TestTokens;

/** Between two brokers; what arrives is asked again and compared. */
@QuarkusTest
@ConsentServiceTest
@NullUnmarked
class ItemsTest {
  private static final String TRANSFER = Ids.random().toString();

  @Inject Database database;

  private Broker seller;
  private Broker receiver;
  private final String moved = Broker.newCustomer();
  private final String arrived = Broker.newCustomer();

  @BeforeEach
  void open() {
    seller = Broker.open();
    receiver = Broker.open();
  }

  @Test
  void consentsArriveWithTheirStatesNoticesReceiptsAndDatesUnchanged() {
    seller.share(moved);
    seller
        .customer(moved)
        .body(seller.ask(moved, "P-11", null, "CONTACT"))
        .post("/v1/consent-records/refusals")
        .then()
        .statusCode(201);
    List<Map<String, Object>> items = items(seller, moved);
    assertThat(items.stream().map(item -> item.get("itemClass")).distinct())
        .contains("notice", "consentRecord", "consentDecision", "receipt");

    take(items, List.of()).then().statusCode(200).body("taken", equalTo(items.size()));
    take(items, List.of()).then().statusCode(200).body("taken", equalTo(0));

    assertThat(renamed(arrivedItems(), arrived, moved)).isEqualTo(items);
    receiver
        .customer(arrived)
        .get("/v1/notices/current?audience=APPLICANT&language=zh-CN")
        .then()
        .body("id", equalTo(receiver.noticeId()));
  }

  @Test
  void aComplaintArrivesWithItsNumberAndTheDayOnWhichItWasDue() {
    String text = Ids.random().toString();
    seller
        .customer(moved)
        .body(Map.of("customerId", moved, "textId", text))
        .post("/v1/complaints")
        .then()
        .statusCode(201);
    List<Map<String, Object>> items = items(seller, moved);
    assertThat(items.stream().map(item -> item.get("itemClass")))
        .contains("complaint", "dutyClockEvent", "dutyClockOpen");

    take(items, List.of()).then().statusCode(200);

    assertThat(renamed(arrivedItems(), arrived, moved)).isEqualTo(items);
  }

  @Test
  void whomTheReceiverKnewKeepsHerOwnLiveDecisionThere() {
    seller.share(moved);
    String own = receiver.share(arrived);

    take(items(seller, moved), List.of(arrived)).then().statusCode(200);

    List<Map<String, Object>> live =
        arrivedItems().stream()
            .filter(item -> item.get("itemClass").equals("consentRecord"))
            .map(ItemsTest::content)
            .filter(content -> content.get("live").equals(true))
            .toList();
    assertThat(live).extracting(content -> content.get("id")).containsExactly(own);
  }

  @Test
  void anOpenStopOrderRunsOnAtTheReceiverByItsOriginalClockAndIsAcknowledgedThere() {
    seller.withdraw(moved, seller.share(moved)).then().statusCode(200);
    Response ordered = seller.partner(Broker.HAIYUN).get("/v1/stop-orders");
    List<Map<String, Object>> items = items(seller, moved);

    take(items, List.of()).then().statusCode(200);
    take(items, List.of()).then().statusCode(200).body("taken", equalTo(0));

    Response open = receiver.partner(Broker.HAIYUN).get("/v1/stop-orders");
    open.then()
        .body("customerId", equalTo(List.of(arrived)))
        .body("state", equalTo(List.of("OPEN")));
    for (String same : List.of("id", "consentRecordId", "orderedAt", "dueAt")) {
      assertThat(open.<List<String>>path(same)).isEqualTo(ordered.<List<String>>path(same));
    }
    receiver
        .partner(Broker.HAIYUN)
        .post("/v1/stop-orders/" + open.<String>path("[0].id") + "/acknowledgement")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACKNOWLEDGED"));
    assertThat(renamed(arrivedItems(), arrived, moved)).isEqualTo(items);
  }

  @Test
  void aConsentAndAnOrderForAnotherCompanyOfTheSameIdCountForNobodyHere() {
    receiver = Broker.withoutPartner();
    receiver
        .register(
            Broker.HAIYUN,
            Broker.resource("/demo/ctl-donghai/recipients/partner-haiyun.json")
                .replace("91310115MA1FL303X6", "91310115MA1FL909XP"))
        .then()
        .statusCode(200);
    seller.withdraw(moved, seller.share(moved)).then().statusCode(200);
    seller.share(moved);
    String order = seller.partner(Broker.HAIYUN).get("/v1/stop-orders").path("[0].id");
    List<Map<String, Object>> items = items(seller, moved);

    take(items, List.of()).then().statusCode(200);

    receiver.partner(Broker.HAIYUN).get("/v1/stop-orders").then().body("size()", equalTo(0));
    receiver
        .partner(Broker.HAIYUN)
        .post("/v1/stop-orders/" + order + "/acknowledgement")
        .then()
        .statusCode(404);
    Broker.decide(receiver.recordsFor(Broker.HAIYUN), "P-12", List.of("name"), arrived)
        .then()
        .body("people[0].permitted", equalTo(false));
    assertThat(renamed(arrivedItems(), arrived, moved)).isEqualTo(items);
  }

  @Test
  void aClockThatWasAnsweredHereIsReceiptedAsItCameAndDoesNotRunAnew() {
    seller
        .customer(moved)
        .body(Map.of("customerId", moved, "textId", Ids.random().toString()))
        .post("/v1/complaints")
        .then()
        .statusCode(201);
    List<Map<String, Object>> items = items(seller, moved);
    take(items, List.of()).then().statusCode(200);
    assertThat(clocksEnded()).isPositive();

    take(items, List.of()).then().statusCode(200).body("taken", equalTo(0));

    assertThat(renamed(arrivedItems(), arrived, moved)).isEqualTo(items);
    assertThat(clocksEnded()).isZero();
  }

  /** Ends every clock at the receiver; how many ran. */
  private int clocksEnded() {
    return database.systemWrite(handle ->
        handle.execute(
            "delete from duty_clock_open where controller_id = ?", receiver.controller()));
  }

  @Test
  void aPartnerIsServedForTheReceiverOnceThatHasAnAgreementWithIt() {
    receiver = Broker.withoutPartner();
    seller.share(moved);
    take(items(seller, moved), List.of()).then().statusCode(200);
    Broker.decide(receiver.recordsFor(Broker.HAIYUN), "P-12", List.of("name"), arrived)
        .then()
        .body("people[0].permitted", equalTo(false));

    receiver.registerPartner();

    Broker.decide(receiver.recordsFor(Broker.HAIYUN), "P-12", List.of("name"), arrived)
        .then()
        .body("people[0].permitted", equalTo(true));
  }

  @Test
  void whoseRetentionClocksAreNotKnownYetIsNamedAndNothingOfHersIsGiven() {
    seller.share(moved);
    asked(seller, moved, false)
        .then()
        .statusCode(409)
        .body("code", equalTo("RETENTION_CLOCKS_UNKNOWN"))
        .body("errors.message", equalTo(List.of(moved)));
    assertThat(items(seller, moved)).isNotEmpty();
  }

  @Test
  void onlyOurOwnServicesGiveAndTakeItems() {
    seller
        .officer()
        .body(
            Map.of(
                "controllerId",
                seller.controller(),
                "transferId",
                TRANSFER,
                "people",
                List.of(moved)))
        .post("/v1/transfer-items/query")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
  }

  /** What goes with a transfer, once audit-service was told: the reporter does not run in tests. */
  private static List<Map<String, Object>> items(Broker of, String customer) {
    try (Connection administrator = PostgresServer.get().administrator("consent");
        PreparedStatement told =
            administrator.prepareStatement(
                "delete from retention_change where controller_id = ?")) {
      told.setString(1, of.controller());
      told.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Response found = asked(of, customer, false);
    found.then().statusCode(200);
    return found.path("");
  }

  /** What stands at the receiver as it came. */
  private List<Map<String, Object>> arrivedItems() {
    Response found = asked(receiver, arrived, true);
    found.then().statusCode(200);
    return found.path("");
  }

  private static Response asked(Broker of, String customer, boolean arrived) {
    return service()
        .body(
            Map.of(
                "controllerId",
                of.controller(),
                "transferId",
                TRANSFER,
                "people",
                List.of(customer),
                "arrived",
                arrived))
        .post("/v1/transfer-items/query");
  }

  private Response take(List<Map<String, Object>> items, List<String> known) {
    return service()
        .body(
            Map.of(
                "controllerId", receiver.controller(),
                "fromControllerId", seller.controller(),
                "transferId", TRANSFER,
                "items", renamed(items, moved, arrived),
                "known", known))
        .post("/v1/transfer-items");
  }

  private static List<Map<String, Object>> renamed(
      List<Map<String, Object>> items, String from, String to) {
    return items.stream()
        .map(item -> {
          Map<String, Object> content = new HashMap<>(content(item));
          content.replaceAll((_, value) -> value.equals(from) ? to : value);
          return Map.of("itemClass", item.get("itemClass"), "content", (Object) content);
        })
        .toList();
  }

  @SuppressWarnings("unchecked") // JSON objects are maps.
  private static Map<String, Object> content(Map<String, Object> item) {
    return (Map<String, Object>) item.get("content");
  }

  private static io.restassured.specification.RequestSpecification service() {
    return Broker.as(TestTokens.service("records-service"));
  }
}
