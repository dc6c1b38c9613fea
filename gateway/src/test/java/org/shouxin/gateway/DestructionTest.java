package org.shouxin.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A destroyed person has no account any more: her code is the right to see (R-RC-11). */
@QuarkusTest
class DestructionTest extends GatewayTest {

  @BeforeEach
  void firstDay() {
    Neighbourhood.reset();
  }

  @Test
  void whoHasACodeSeesWhatWasDestroyedOfHerWithoutSigningIn() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("code", "23456"))
        .post("/destroyed")
        .then()
        .statusCode(200)
        .body("number", equalTo("p-1"))
        .body("items[0].method", equalTo("SHRED_KEY"));
  }

  @Test
  void thePageAsksForTheCodeInBothLanguages() {
    given()
        .get("/destroyed/")
        .then()
        .statusCode(200)
        .body(containsString("查询码"))
        .body(containsString("Enter the code"));
  }
}
