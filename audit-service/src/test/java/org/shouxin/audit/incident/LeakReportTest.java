package org.shouxin.audit.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.platform.identity.Ids;

@QuarkusTest
@AuditServiceTest
class LeakReportTest {
  private final UUID customer = Ids.random();

  @Test
  void aCustomersReportIsAtOnceACaseWithTheClueWhoHeldWhatTheCallerKnew() {
    String nosy = "emp-" + Ids.random();
    Reporter reporter = new Reporter();
    reporter.report(
        List.of(
            Reporter.dataProvided("partner-haiyun", customer),
            Reporter.event(
                "ctl-donghai",
                "record.read",
                "employee",
                nosy,
                customer,
                List.of("mobile", "policies", "name")),
            Reporter.recordRead("emp-" + Ids.random(), Ids.random())));
    Instant call = Instant.now();
    reporter.report(
        List.of(
            Reporter.event(
                "ctl-donghai",
                "record.read",
                "employee",
                "emp-late",
                customer,
                List.of("policies"))));
    String id =
        Officer.customer(customer)
            .post("/v1/leak-reports", filing(call))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    JsonPath report = Officer.DENG.get("/v1/leak-reports/" + id);
    assertThat(report.getString("subjectRef")).isEqualTo(customer.toString());
    assertThat(report.getList("clues.actorId")).containsExactly(nosy, "partner-haiyun");
    assertThat(report.getList("clues[0].fields")).containsExactly("mobile", "policies");
    assertThat(report.getList("clues[0].logIndexes")).hasSize(1);
    String incident =
        Officer.DENG
            .post("/v1/incidents", opening("LEAK_REPORT", id, Instant.now()))
            .then()
            .statusCode(201)
            .body("sourceReference", equalTo(id))
            .extract()
            .path("id");
    assertThat(Officer.eventsOf(incident, 1)).containsExactly("incident.opened");
  }

  /** Issue 7, bad input: a copy of the request, because an answer was lost. */
  @Test
  void aReportThatArrivesAgainWithTheSameSealedTextIsTheFirstOne() {
    Map<String, Object> filing = new HashMap<>(filing(Instant.now()));
    filing.put("textId", Ids.random().toString());
    List<String> ids =
        List.of(
            Officer.customer(customer).post("/v1/leak-reports", filing).path("id"),
            Officer.customer(customer).post("/v1/leak-reports", filing).path("id"));
    assertThat(ids.getFirst()).isEqualTo(ids.getLast());
    filing.put("textId", Ids.random().toString());
    assertThat(Officer.customer(customer).post("/v1/leak-reports", filing).<String>path("id"))
        .isNotEqualTo(ids.getFirst());
  }

  @Test
  void staffAndPartnersReportTooAndOnlyInvestigatorsRead() {
    Officer manager = Officer.of("client-manager", "1024");
    manager
        .post(
            "/v1/leak-reports",
            Map.of(
                "customerId",
                customer.toString(),
                "knownFields",
                List.of("name"),
                "contactedAt",
                Instant.now().toString()))
        .then()
        .statusCode(201);
    manager
        .post("/v1/incidents", opening("ALERT", Ids.random().toString(), Instant.now()))
        .then()
        .statusCode(403);
    io.restassured.RestAssured.given()
        .auth()
        .oauth2(manager.token())
        .get("/v1/leak-reports")
        .then()
        .statusCode(403);
  }

  @Test
  void aCallStillToComeUnknownFieldsAndASourceThatDoesNotExistAreRefused() {
    Officer.customer(customer)
        .post("/v1/leak-reports", filing(Instant.now().plusSeconds(60)))
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
    Officer.customer(customer)
        .post(
            "/v1/leak-reports",
            Map.of("knownFields", List.of("13800138000"), "contactedAt", Instant.now().toString()))
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
    for (String kind : List.of("LEAK_REPORT", "TRACE", "ALERT")) {
      Officer.DENG
          .post("/v1/incidents", opening(kind, Ids.random().toString(), Instant.now()))
          .then()
          .statusCode(422)
          .body("code", equalTo("INCIDENT_SOURCE_UNKNOWN"));
    }
    Officer.DENG
        .post(
            "/v1/incidents",
            opening("ALERT", Ids.random().toString(), Instant.now().plusSeconds(60)))
        .then()
        .statusCode(422)
        .body("code", equalTo("INCIDENT_KNOWN_AT_INVALID"));
    Officer.of("auditor", "1003")
        .post("/v1/incidents", opening("ALERT", Ids.random().toString(), Instant.now()))
        .then()
        .statusCode(403);
  }

  private static Map<String, Object> filing(Instant contactedAt) {
    return Map.of(
        "textId",
        Ids.random().toString(),
        "knownFields",
        List.of("mobile", "policies"),
        "contactedAt",
        contactedAt.toString());
  }

  private static Map<String, Object> opening(String kind, String reference, Instant knownAt) {
    return Map.of(
        "sourceKind",
        kind,
        "sourceReference",
        reference,
        "knownAt",
        knownAt.toString(),
        "drill",
        false);
  }
}
