package org.shouxin.consent;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.testing.PostgresServer;
import org.shouxin.testing.TestTokens;

/**
 * A broker of its own for one test: its controller, officer, notice, partners; nothing is shared.
 */
public final class Broker {
  public static final String HAIYUN = "partner-haiyun";

  private final String controller =
      "ctl-t" + Ids.random().toString().replace('-', 'a').substring(0, 20);
  private String noticeId = "";
  private int noticeVersion;

  /** A broker with the demo notice published and 海云代理 registered. */
  public static Broker open() {
    Broker broker = withoutPartner();
    broker.registerPartner();
    return broker;
  }

  /** A broker with the demo notice published, and no agreement with anybody. */
  public static Broker withoutPartner() {
    Broker broker = new Broker();
    Response notice = broker.publish(resource("/demo/ctl-donghai/notices/applicant.json"));
    notice.then().statusCode(201);
    broker.noticeId = notice.path("id");
    broker.noticeVersion = notice.path("version");
    broker.clear("1024", "3001");
    return broker;
  }

  /** Makes the agreement with 海云代理. */
  public void registerPartner() {
    register(HAIYUN, resource("/demo/ctl-donghai/recipients/partner-haiyun.json"))
        .then()
        .statusCode(200);
  }

  /** Brings in certificates of these employees that end in half a year. */
  public void clear(String... employees) {
    clear(LocalDate.now(BusinessTime.ZONE).plusMonths(6), employees);
  }

  /** Brings in certificates: proposed by one, approved by another (D-77). */
  public void clear(LocalDate lastDay, String... employees) {
    Response proposed =
        as(staff("compliance-officer", "3998"))
            .body(
                Map.of(
                    "people",
                    List.of(employees),
                    "lastDay",
                    lastDay.toString(),
                    "evidence",
                    "HR-2026-001"))
            .post("/v1/clearance/imports");
    proposed.then().statusCode(201);
    as(staff("supervisor", "3999"))
        .post("/v1/clearance/imports/" + proposed.path("id") + "/approval")
        .then()
        .statusCode(200);
  }

  /** Declares an agent of a partner. */
  public Response declareAgent(String partner, String identityNumber) {
    return officer()
        .body(
            Map.of(
                "identityNumber",
                identityNumber,
                "certifiedUntil",
                LocalDate.now(BusinessTime.ZONE).plusMonths(12).toString(),
                "evidence",
                "AGENT-2026-001",
                "recipientId",
                partner))
        .put("/v1/partner-agents/AG-" + identityNumber);
  }

  /** A token of somebody on the staff. */
  public String staff(String role, String employeeNo) {
    return TestTokens.employee(controller, role, employeeNo, "杭州分公司");
  }

  public String controller() {
    return controller;
  }

  public String noticeId() {
    return noticeId;
  }

  public RequestSpecification officer() {
    return as(TestTokens.employee(controller, "compliance-officer", "3001", "总部"));
  }

  public RequestSpecification employee(String role) {
    return as(TestTokens.employee(controller, role, "1024", "杭州分公司"));
  }

  /** Somebody on the staff. */
  public RequestSpecification staffCalls(String role, String employeeNo) {
    return as(staff(role, employeeNo));
  }

  public RequestSpecification customer(String id) {
    return as(TestTokens.customer(controller, id));
  }

  public RequestSpecification partner(String id) {
    return as(TestTokens.partner(controller, id));
  }

  /** A partner's question as records-service passes it on, with its own token beside. */
  public RequestSpecification recordsFor(String partner) {
    return partner(partner).header("Shouxin-Service-Token", TestTokens.service("records-service"));
  }

  /** A caller with a token, speaking JSON. */
  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  public Response publish(String notice) {
    return officer().body(notice).post("/v1/notices");
  }

  public Response register(String partner, String profile) {
    Response registered = officer().body(profile).put("/v1/recipients/" + partner);
    if (registered.statusCode() == 200) {
      declareAgent(partner, "ID-OF-" + partner).then().statusCode(200);
    }
    return registered;
  }

  /** The digest of the text in force. */
  public String digest(String purpose, String recipient, String language) {
    RequestSpecification request = customer(newCustomer()).queryParam("purpose", purpose);
    if (recipient != null) {
      request = request.queryParam("recipientId", recipient);
    }
    return request.queryParam("language", language).get("/v1/consent-texts").path("sha256");
  }

  /** What a customer sends to share with 海云代理. */
  public Map<String, Object> sharing(String customer) {
    return ask(customer, "P-12", HAIYUN, "IDENTITY", "CONTACT", "POLICY");
  }

  /** A proper decision about a purpose, to be bent by tests. */
  public Map<String, Object> ask(
      String customer, String purpose, String recipient, String... categories) {
    Map<String, Object> ask = new HashMap<>();
    ask.put("customerId", customer);
    ask.put("purpose", purpose);
    ask.put("categories", List.of(categories));
    if (recipient != null) {
      ask.put("recipientId", recipient);
    }
    ask.put("noticeId", noticeId);
    ask.put("noticeVersion", noticeVersion);
    ask.put("language", "zh-CN");
    ask.put("uiTextSha256", digest(purpose, recipient, "zh-CN"));
    ask.put("separate", true);
    return ask;
  }

  public Response give(String customer, Map<String, Object> ask) {
    return customer(customer).body(ask).post("/v1/consent-records");
  }

  /** Gives 海云代理 consent; returns the record's id. */
  public String share(String customer) {
    Response given = give(customer, sharing(customer));
    given.then().statusCode(201);
    return given.path("id");
  }

  public Response withdraw(String customer, String record) {
    return customer(customer).post("/v1/consent-records/" + record + "/withdrawal");
  }

  /** The decision for people none of whom is special. */
  public static Response decide(
      RequestSpecification caller, String purpose, List<String> fields, String... people) {
    List<Map<String, Object>> asked = new ArrayList<>();
    for (String person : people) {
      asked.add(person(person, false, false, true, true));
    }
    return caller
        .body(Map.of("purpose", purpose, "people", asked, "fields", fields))
        .post("/v1/permission/decisions");
  }

  public static Map<String, Object> person(
      String id, boolean minor, boolean restricted, boolean assigned, boolean contract) {
    return Map.of(
        "id",
        id,
        "minor",
        minor,
        "restricted",
        restricted,
        "assigned",
        assigned,
        "contract",
        contract);
  }

  public static String newCustomer() {
    return Ids.random().toString();
  }

  /** Types of this broker's audit events about a person, in order. */
  public List<String> eventsAbout(String customer) {
    return events("subjectRef", customer);
  }

  /** Types of this broker's audit events that concern an employee, in order. */
  public List<String> eventsConcerning(String employeeNo) {
    return events("concerns", "employee:" + employeeNo);
  }

  /** Types of this broker's audit events about one resource, in order. */
  public List<String> eventsOf(String resourceId) {
    return events("resource,id", resourceId);
  }

  /** Reasons of this broker's audit events about one resource, as {@code type,reason}; in order. */
  public List<String> reasonsOf(String resourceId) {
    return events(
        "(body::json ->> 'type') || ',' || (body::json ->> 'reason')", "resource,id", resourceId);
  }

  /** What events say was changed about an employee, as {@code type,resource}; sorted, once each. */
  public List<String> changesOf(String employeeNo) {
    return events(
            "body::json ->> 'type' || ',' || (body::json #>> '{resource,type}')",
            "concerns",
            "employee:" + employeeNo)
        .stream()
        .filter(change -> !change.startsWith("access."))
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> events(String path, String value) {
    return events("body::json ->> 'type'", path, value);
  }

  private List<String> events(String shown, String path, String value) {
    List<String> types = new ArrayList<>();
    try (Connection connection = PostgresServer.get().administrator("consent");
        PreparedStatement statement =
            connection.prepareStatement(
                "select "
                    + shown
                    + " from audit_outbox where controller_id = ?"
                    + " and body::json #>> string_to_array(?, ',') = ? order by transaction_id, id")) {
      statement.setString(1, controller);
      statement.setString(2, path);
      statement.setString(3, value);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          types.add(rows.getString(1));
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return types;
  }

  public static String resource(String path) {
    try (InputStream in = Broker.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Tells consent-service who is a child and until when, as records-service does. */
  public void reportChildhood(String customer, LocalDate fourteenOn) {
    as(TestTokens.service("records-service"))
        .body(
            Map.of(
                "children",
                List.of(
                    Map.of(
                        "controllerId",
                        controller(),
                        "customerId",
                        customer,
                        "fourteenOn",
                        fourteenOn.toString()))))
        .post("/v1/guardianships/childhoods")
        .then()
        .statusCode(204);
  }

  /** What a supervisor records of a guardian and her proof. */
  public static Map<String, Object> guardianClaim(String child, String guardian) {
    return Map.of(
        "childId",
        child,
        "guardianId",
        guardian,
        "relation",
        "PARENT",
        "evidence",
        "BIRTH_CERTIFICATE",
        "evidenceSha256",
        "a1".repeat(32));
  }
}
