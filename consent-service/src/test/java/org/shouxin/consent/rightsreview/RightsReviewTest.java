package org.shouxin.consent.rightsreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.ECKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.MovableClock;
import org.shouxin.testing.PostgresServer;
import org.shouxin.testing.TestTokens;

/** R-AC-04: every right is confirmed or revoked, and what nobody answers is suspended. */
@QuarkusTest
@ConsentServiceTest
@NullUnmarked
class RightsReviewTest {
  private static final String BRANCH = "杭州分公司";

  @Inject ReviewWatch watch;
  @Inject ObjectMapper json;

  private Broker broker;

  @BeforeEach
  void openBroker() {
    broker = Broker.open();
  }

  @Test
  void whatIsUnansweredAfterFourteenDaysIsSuspendedAndTheSignedReportSaysExactlyThat()
      throws Exception {
    join("6001", "client-manager");
    broker.clear("6001");
    reading("6001").then().body("callerRefusal", nullValue());
    String review = open();
    String confirmed = item(review, "6001", "P-04");
    String revoked = item(review, "6001", "P-05");
    items(review)
        .then()
        .body("find { it.id == '" + confirmed + "' }.marks", empty())
        .body("find { it.id == '" + revoked + "' }.marks", hasItem("UNUSED"));
    decide("1000", "supervisor", confirmed, true).then().body("state", equalTo("CONFIRMED"));
    decide("1000", "supervisor", revoked, false).then().body("state", equalTo("REVOKED"));

    MovableClock.ahead(Duration.ofDays(14).minusMinutes(1), watch::look);
    reviews().then().body("find { it.id == '" + review + "' }.closedAt", nullValue());
    MovableClock.ahead(Duration.ofDays(14).plusMinutes(1), watch::look);

    Map<String, String> closed = reviews().path("find { it.id == '" + review + "' }");
    JsonNode report = json.readTree(closed.get("report"));
    assertThat(report.path("open").asInt()).isZero();
    assertThat(report.path("confirmed").toString()).isEqualTo("[\"6001/P-04\"]");
    assertThat(report.path("revoked").toString()).isEqualTo("[\"6001/P-05\"]");
    assertThat(report.path("suspended")).isEqualTo(report.path("unanswered")).isNotEmpty();
    assertThat(report.path("rights").asInt()).isEqualTo(2 + report.path("suspended").size());
    assertThat(isSigned(closed.get("report"), closed.get("signature"))).isTrue();
    assertThat(isSigned(closed.get("report") + " ", closed.get("signature"))).isFalse();

    reading("6001").then().body("callerRefusal", nullValue());
    decision("6001", "P-05").then().body("callerRefusal", equalTo("RIGHT_SUSPENDED"));
    String unanswered = report.path("suspended").path(0).asText();
    String purpose = unanswered.split("/")[1];
    decision("6001", purpose)
        .then()
        .body("callerRefusal", equalTo("RIGHT_SUSPENDED"))
        .body("people[0].reasonCode", equalTo("RIGHT_SUSPENDED"));
    decide("3001", "compliance-officer", item(review, "6001", purpose), true)
        .then()
        .body("state", equalTo("CONFIRMED"));
    decision("6001", purpose).then().body("callerRefusal", nullValue());
    assertThat(broker.eventsConcerning("6001")).contains("review.decided", "right.revoked");
  }

  @Test
  void aSupervisorDecidesAboutTheOwnTeamOnlyAndNobodyAboutHerself() {
    join("6001", "client-manager");
    join("6002", "supervisor");
    String review = open();
    String managers = item(review, "6001", "P-04");
    String supervisors = item(review, "6002", "P-04");

    Broker.as(TestTokens.employee(broker.controller(), "supervisor", "6100", "苏州营业部"))
        .body(Map.of("confirmed", true))
        .post("/v1/rights-reviews/items/" + managers + "/decision")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
    decide("6002", "supervisor", supervisors, true)
        .then()
        .statusCode(422)
        .body("code", equalTo("SELF_APPROVAL"));
    decide("6102", "supervisor", supervisors, true).then().statusCode(403);
    Broker.as(broker.staff("supervisor", "1000"))
        .get("/v1/rights-reviews/" + review + "/items")
        .then()
        .body("employeeNo", everyItem(equalTo("6001")));
    decide("1000", "supervisor", managers, true).then().statusCode(200);
    decide("1000", "supervisor", managers, false).then().statusCode(409);
  }

  @Test
  void conflictingRolesOfBeforeAreMarkedAndOneReviewIsOpenAtATime() throws SQLException {
    join("6001", "client-manager");
    // Nobody is given both any more; who had both before is found by the review.
    try (Connection connection = PostgresServer.get().administrator("consent");
        PreparedStatement before =
            connection.prepareStatement(
                "update staff_position set roles = array['client-manager', 'auditor']"
                    + " where controller_id = ? and employee_no = '6001'")) {
      before.setString(1, broker.controller());
      assertThat(before.executeUpdate()).isOne();
    }
    String review = open();
    items(review).then().body("marks", everyItem(hasItem("CONFLICTING")));
    broker.officer().post("/v1/rights-reviews").then().statusCode(409);
  }

  @Test
  void theNextQuartersReviewOpensByItself() {
    join("6001", "client-manager");
    open();
    MovableClock.ahead(Duration.ofDays(15), watch::look);
    broker.officer().get("/v1/rights-reviews").then().body("", hasSize(1));
    MovableClock.ahead(Duration.ofDays(15 + 92), watch::look);
    broker
        .officer()
        .get("/v1/rights-reviews")
        .then()
        .body("", hasSize(2))
        .body("[0].openedBy", equalTo("consent-service"));
  }

  private void join(String employeeNo, String... roles) {
    Response joining =
        broker
            .officer()
            .body(
                Map.of(
                    "kind",
                    "JOINER",
                    "employeeNo",
                    employeeNo,
                    "identityNumber",
                    "ID-OF-" + employeeNo,
                    "roles",
                    List.of(roles),
                    "branch",
                    BRANCH,
                    "externalCheck",
                    "IAC-2026-5",
                    "effectiveOn",
                    "2026-01-01"))
            .post("/v1/staff-changes");
    joining.then().statusCode(201);
    Broker.as(broker.staff("supervisor", "1000"))
        .post("/v1/staff-changes/" + joining.path("id") + "/approval")
        .then()
        .statusCode(200);
  }

  private String open() {
    Response opened = broker.officer().post("/v1/rights-reviews");
    opened.then().statusCode(201);
    return opened.path("id");
  }

  private Response items(String review) {
    return broker.officer().get("/v1/rights-reviews/" + review + "/items");
  }

  private Response reviews() {
    return broker.officer().get("/v1/rights-reviews");
  }

  private String item(String review, String employee, String purpose) {
    return items(review)
        .path(
            "find { it.employeeNo == '%s' && it.purpose == '%s' }.id".formatted(employee, purpose));
  }

  private Response decide(String by, String role, String item, boolean confirmed) {
    return Broker.as(broker.staff(role, by))
        .body(Map.of("confirmed", confirmed))
        .post("/v1/rights-reviews/items/" + item + "/decision");
  }

  private Response reading(String employee) {
    return decision(employee, "P-04");
  }

  private Response decision(String employee, String purpose) {
    return Broker.decide(
        Broker.as(broker.staff("client-manager", employee)),
        purpose,
        List.of("name"),
        Broker.newCustomer());
  }

  /** Verified by the published key, without the product's own code. */
  private boolean isSigned(String document, String detached) throws Exception {
    String[] parts = detached.split("\\.", -1);
    JsonNode header = json.readTree(Base64.getUrlDecoder().decode(parts[0]));
    assertThat(header.path("typ").asText()).isEqualTo("rights-review+json");
    JsonNode keys = json.readTree(broker.officer().get("/v1/receipts/keys").asString());
    for (JsonNode key : keys.path("keys")) {
      if (key.path("kid").asText().equals(header.path("kid").asText())) {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(ECKey.parse(key.toString()).toECPublicKey());
        signature.update(
            (parts[0]
                    + "."
                    + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(document.getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
      }
    }
    return false;
  }
}
