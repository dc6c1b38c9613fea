package org.shouxin.audit.retention;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.testing.TestTokens;

/** DR-13: a supervisor sees the own branch; everybody else looks like nobody. */
@QuarkusTest
@AuditServiceTest
class RetentionReachTest {
  private static final String CONTROLLER = "ctl-reach";

  @Test
  void aSupervisorOfAnotherBranchLearnsNothingNotEvenThatSomebodyExists() {
    Filing filing = new Filing(CONTROLLER);
    UUID lilei = Filing.somebody();
    filing.report(Filing.identity(lilei, "2020-01-01"));

    asked("supervisor", "HQ", lilei).body("retentionClass", equalTo(List.of("RT-15")));
    asked("supervisor", "Suzhou", lilei).body("$", empty());
    asked("supervisor", "Suzhou", Filing.somebody()).body("$", empty());
    asked("compliance-officer", "Suzhou", lilei).body("retentionClass", equalTo(List.of("RT-15")));
  }

  private static ValidatableResponse asked(String role, String branch, UUID person) {
    return given()
        .auth()
        .oauth2(TestTokens.employee(CONTROLLER, role, "1010", branch))
        .contentType(ContentType.JSON)
        .body("{\"customerId\":\"" + person + "\"}")
        .post("/v1/retention/query")
        .then()
        .statusCode(200);
  }
}
