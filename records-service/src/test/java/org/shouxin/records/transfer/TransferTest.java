package org.shouxin.records.transfer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.Book;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.testing.TestTokens;

/** A transfer through REST; each test has a controller of its own. */
@QuarkusTest
@RecordsServiceTest
class TransferTest {
  private static int controllers;

  @Inject Book book;

  private final ControllerId controller = new ControllerId("ctl-seller-" + ++controllers);

  @Test
  void aTransferMovesOnOnlyWhenEveryGateIsMetAndNamesTheUnmetOnes() {
    String id = open("MERGER");
    advance(id)
        .then()
        .statusCode(409)
        .body("code", equalTo("TRANSFER_GATES_UNMET"))
        .body("errors.field", hasItems("PIPIA_APPROVED", "INVENTORY_DONE"));
    evidence("3001", id, "PIPIA_APPROVED");
    evidence("3001", id, "INVENTORY_DONE");
    advance(id).then().statusCode(200).body("stage", equalTo("DUE_DILIGENCE"));
  }

  @Test
  void aNoticeWithoutAnItemIsRefusedByName() {
    String id = signed();
    Map<String, String> items = items();
    items.remove("T-08");
    notice(id, "zh-CN", items)
        .then()
        .statusCode(422)
        .body("code", equalTo("TRANSFER_NOTICE_INCOMPLETE"))
        .body("errors.field", equalTo(List.of("T-08")));
  }

  @Test
  void onePersonWhoWasNotToldKeepsTheTransferFromCutOver() {
    CustomerId told = book.admit(controller, Book.person("\u97e9\u6885"));
    CustomerId unreachable = book.admit(controller, Book.person("\u674e\u96f7"));
    book.admit(controller, Book.person("\u738b\u4f1f"));
    String id = noticed();
    customer(told)
        .body(Map.of("language", "en"))
        .post("/v1/transfers/mine")
        .then()
        .body("[0].notice", containsString("T-01 Xinghe"));
    for (int attempt = 0; attempt < PeopleRows.ATTEMPTS; attempt++) {
      officer("3001")
          .body(
              Map.of(
                  "outcomes",
                  List.of(
                      Map.of(
                          "customerId",
                          unreachable.toString(),
                          "channel",
                          "SMS",
                          "delivered",
                          false))))
          .post("/v1/transfers/" + id + "/deliveries")
          .then()
          .statusCode(204);
    }
    advance(id)
        .then()
        .statusCode(409)
        .body(
            "errors.find { it.field == 'NOTICES_DELIVERED' }.message",
            equalTo("1 told, 1 unreachable, 1 open, of 3"));
  }

  @Test
  void aCustomerObjectsOnceAndAnotherControllersCustomerCannot() {
    CustomerId customer = book.admit(controller, Book.person("\u97e9\u6885"));
    String id = noticed();
    Response first = customer(customer).post("/v1/transfers/" + id + "/objection");
    first.then().statusCode(200);
    assertThat(customer(customer).post("/v1/transfers/" + id + "/objection").<String>path("at"))
        .isEqualTo(first.<String>path("at"));
    assertThat(book.events(customer)).contains("transfer.customer.excluded");
    given()
        .auth()
        .oauth2(TestTokens.customer("ctl-xinghe", customer.toString()))
        .contentType(ContentType.JSON)
        .post("/v1/transfers/" + id + "/objection")
        .then()
        .statusCode(404)
        .body("code", equalTo("TRANSFER_NOT_FOUND"));
  }

  @Test
  void whoOpenedTheTransferCannotApproveItsPackage() {
    book.admit(controller, Book.person("\u97e9\u6885"));
    String id = noticed();
    record("3001", id, "PACKAGE_APPROVED")
        .then()
        .statusCode(422)
        .body("code", equalTo("SELF_APPROVAL"));
  }

  private String open(String dealType) {
    Response opened =
        officer("3001")
            .body(
                Map.of(
                    "dealType", dealType,
                    "fromControllerId", controller.value(),
                    "toControllerId", "ctl-xinghe",
                    "toControllerName", "Xinghe Insurance Brokers",
                    "toControllerContact", "Shanghai, 400 line, privacy office",
                    "cutOverOn", "2027-03-31"))
            .post("/v1/transfers");
    opened.then().statusCode(201).body("stage", equalTo("PREPARE"));
    return opened.path("id");
  }

  private String signed() {
    String id = open("MERGER");
    for (List<String> gates :
        List.of(
            List.of("PIPIA_APPROVED", "INVENTORY_DONE"),
            List.of("CONFIDENTIALITY_ACCEPTED", "CONTRACT_SIGNED"))) {
      gates.forEach(gate -> evidence("3001", id, gate));
      advance(id).then().statusCode(200);
    }
    return id;
  }

  private String noticed() {
    String id = signed();
    notice(id, "zh-CN", items()).then().statusCode(200);
    notice(id, "en", items()).then().statusCode(200);
    advance(id).then().statusCode(200).body("stage", equalTo("NOTICE"));
    return id;
  }

  private static Map<String, String> items() {
    Map<String, String> items = new HashMap<>();
    for (int i = 3; i <= 12; i++) {
      items.put("T-%02d".formatted(i), "text of item " + i);
    }
    return items;
  }

  private void evidence(String employee, String id, String gate) {
    record(employee, id, gate).then().statusCode(200);
  }

  private Response record(String employee, String id, String gate) {
    return officer(employee)
        .body(Map.of("gate", gate, "reference", "file-2026-0117"))
        .post("/v1/transfers/" + id + "/evidence");
  }

  private Response notice(String id, String language, Map<String, String> items) {
    return officer("3001")
        .body(Map.of("language", language, "items", items))
        .post("/v1/transfers/" + id + "/notice");
  }

  private Response advance(String id) {
    return officer("3001").post("/v1/transfers/" + id + "/advance");
  }

  private io.restassured.specification.RequestSpecification officer(String employee) {
    return given()
        .auth()
        .oauth2(TestTokens.employee(controller.value(), "compliance-officer", employee, "HQ"))
        .contentType(ContentType.JSON);
  }

  private io.restassured.specification.RequestSpecification customer(CustomerId id) {
    return given()
        .auth()
        .oauth2(TestTokens.customer(controller.value(), id.toString()))
        .contentType(ContentType.JSON);
  }
}
