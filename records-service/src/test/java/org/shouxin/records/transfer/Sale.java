package org.shouxin.records.transfer;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.ConsentService;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.vault.PublicJwk;
import org.shouxin.testing.PostgresServer;
import org.shouxin.testing.TestTokens;

/** One sale from a seller of its own to a receiver of its own, driven through REST. */
final class Sale {
  private static int sales;

  final ControllerId seller = new ControllerId("ctl-sale-" + ++sales);
  final ControllerId receiver = new ControllerId("ctl-buyer-" + sales);
  private final AdjustableClock clock;
  private String id = "";

  Sale(AdjustableClock clock) {
    this.clock = clock;
  }

  String id() {
    return id;
  }

  /** Opened: the stage DUE_DILIGENCE. */
  Sale dueDiligence() {
    return dueDiligence("BOOK");
  }

  private Sale dueDiligence(String scope) {
    Response opened =
        officer("3001")
            .body(
                Map.of(
                    "dealType",
                    "MERGER",
                    "fromControllerId",
                    seller.value(),
                    "toControllerId",
                    receiver.value(),
                    "toControllerName",
                    "Xinghe Insurance Brokers",
                    "toControllerContact",
                    "Shanghai, privacy office",
                    "scope",
                    scope,
                    "cutOverOn",
                    BusinessTime.today(Clock.system(BusinessTime.ZONE)).plusDays(31).toString()))
            .post("/v1/transfers");
    opened.then().statusCode(201);
    id = opened.path("id");
    List.of("PIPIA_APPROVED", "INVENTORY_DONE").forEach(gate -> evidence("3001", gate));
    advance().then().statusCode(200);
    return this;
  }

  /** Signed, everybody asked: the stage NOTICE. */
  Sale noticed() {
    return noticed("BOOK");
  }

  /** The same of a part of the book. */
  Sale noticed(String scope) {
    dueDiligence(scope);
    List.of("CONFIDENTIALITY_ACCEPTED", "CONTRACT_SIGNED").forEach(gate -> evidence("3001", gate));
    advance().then().statusCode(200);
    for (String language : List.of("zh-CN", "en")) {
      officer("3001")
          .body(Map.of("language", language, "items", items()))
          .post(path("/notice"))
          .then()
          .statusCode(200);
    }
    advance().then().statusCode(200);
    return this;
  }

  void tell(CustomerId... people) {
    officer("3001")
        .body(
            Map.of(
                "outcomes",
                List.of(people).stream()
                    .map(person ->
                        Map.of(
                            "customerId", person.toString(), "channel", "SMS", "delivered", true))
                    .toList()))
        .post(path("/deliveries"))
        .then()
        .statusCode(204);
  }

  void object(CustomerId person) {
    objection(person).then().statusCode(200);
  }

  Response objection(CustomerId person) {
    return given()
        .auth()
        .oauth2(TestTokens.customer(seller.value(), person.toString()))
        .contentType(ContentType.JSON)
        .post(path("/objection"));
  }

  /** The receiver's keys are named, two people approve, the time is over: the stage CUT_OVER. */
  Sale cutOver() {
    name().then().statusCode(200);
    approve("3002").then().statusCode(200);
    approve("3003").then().statusCode(200);
    clock.moveForward(Duration.ofDays(32));
    advance().then().statusCode(200);
    backup(ConsentService.YOUNG_BACKUP).then().statusCode(200);
    return reported();
  }

  /** audit-service was told of all records: the reporter does not run in tests. */
  Sale reported() {
    asAdministrator("delete from retention_change where controller_id = '" + seller.value() + "'");
    return this;
  }

  /** As the owner of the tables. */
  static void asAdministrator(String sql) {
    try (Connection administrator = PostgresServer.get().administrator("records");
        Statement statement = administrator.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names the event of a verified backup. */
  Response backup(String event) {
    return officer("3001")
        .body(Map.of("gate", "BACKUP_VERIFIED", "reference", event))
        .post(path("/evidence"));
  }

  /** Names the keys that the receiver publishes. */
  Response name() {
    Map<String, Object> keys =
        as(receiver, "4001").get("/v1/arrivals/keys").then().statusCode(200).extract().path("");
    return officer("3001").body(keys).post(path("/receiver"));
  }

  /** Approves the package with the keys that the receiver's gate shows. */
  Response approve(String employee) {
    String keys =
        officer(employee).get(path("")).path("gates.find { it.code == 'RECEIVER_NAMED' }.detail");
    return officer(employee)
        .body(Map.of("gate", "PACKAGE_APPROVED", "reference", keys))
        .post(path("/evidence"));
  }

  Response pack() {
    return officer("3001").post(path("/package"));
  }

  /** Packs to the end and gives out the manifest. */
  Map<String, String> handedOver() {
    while (!pack().then().statusCode(200).extract().<Boolean>path("sealed")) {
      continue;
    }
    return officer("3001")
        .post(path("/package/handover"))
        .then()
        .statusCode(200)
        .extract()
        .path("");
  }

  byte[] file(String name) {
    return officer("3001")
        .get(path("/package/files/" + name))
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  /** Sends the whole package to the receiver. */
  String arrives(Map<String, String> signed, PublicJwk sellerKey) {
    String arrival =
        as(receiver, "4001")
            .body(
                Map.of(
                    "manifest", Objects.requireNonNull(signed.get("manifest")),
                    "signature", Objects.requireNonNull(signed.get("signature")),
                    "sellerKey", sellerKey))
            .post("/v1/arrivals")
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    for (Manifest.Plain file :
        Manifest.parse(Objects.requireNonNull(signed.get("manifest"))).files()) {
      as(receiver, "4001")
          .contentType(ContentType.BINARY)
          .body(file(file.name()))
          .put("/v1/arrivals/" + arrival + "/files/" + file.name())
          .then()
          .statusCode(200);
    }
    return arrival;
  }

  Response admit(String arrival) {
    return as(receiver, "4002").post("/v1/arrivals/" + arrival + "/admission");
  }

  /** What the receiver signs, as the seller takes it. */
  Response receipted(String arrival) {
    Map<String, String> receipt =
        as(receiver, "4001")
            .post("/v1/arrivals/" + arrival + "/receipt")
            .then()
            .statusCode(200)
            .extract()
            .path("");
    return officer("3001").body(receipt).post(path("/receipt"));
  }

  Response advance() {
    return officer("3001").post(path("/advance"));
  }

  Response record(String employee, String gate) {
    return officer(employee)
        .body(Map.of("gate", gate, "reference", "file-2026-0117"))
        .post(path("/evidence"));
  }

  void evidence(String employee, String gate) {
    record(employee, gate).then().statusCode(200);
  }

  String path(String more) {
    return "/v1/transfers/" + id + more;
  }

  RequestSpecification officer(String employee) {
    return as(seller, employee);
  }

  static RequestSpecification as(ControllerId controller, String employee) {
    return given()
        .auth()
        .oauth2(TestTokens.employee(controller.value(), "compliance-officer", employee, "HQ"))
        .contentType(ContentType.JSON);
  }

  private static Map<String, String> items() {
    Map<String, String> items = new HashMap<>();
    for (int i = 3; i <= 12; i++) {
      items.put("T-%02d".formatted(i), "text of item " + i);
    }
    return items;
  }
}
