package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.block.Block;
import org.shouxin.platform.block.Blocks;
import org.shouxin.platform.problem.ProblemCode;

/**
 * Who is blocked is refused before anything is executed; the refusal becomes an event elsewhere.
 */
@QuarkusTest
class BlockedCallersTest extends GatewayTest {
  private static final String READ =
      "{ customer(id: \"" + Neighbourhood.LI_LEI + "\", purpose: \"P-12\") { name } }";

  @Inject Blocks blocks;

  @BeforeEach
  void firstDay() {
    Neighbourhood.reset();
    Neighbourhood.refuse("/records/v1/refusals", ProblemCode.ACCESS_BLOCKED);
  }

  @AfterEach
  void everybodyIsIn() {
    blocks.put(1, List.of());
  }

  @Test
  void aBlockedEmployeeReachesNoServiceButTheOneThatRecordsTheRefusal() {
    block("employee", "1024", "BLOCK");
    ask(MANAGER)
        .then()
        .statusCode(403)
        .body("errors[0].extensions.code", equalTo("ACCESS_BLOCKED"));
    assertThat(Neighbourhood.asked("records")).isEmpty();
    assertThat(Neighbourhood.refusalsShown()).isNotEmpty();
    blocks.put(3, List.of());
    ask(MANAGER).then().statusCode(200).body("data.customer.name", notNullValue());
  }

  @Test
  void theRefusalStandsWhenItCannotBeRecorded() {
    Neighbourhood.refuse("/records/v1/refusals", ProblemCode.AUDIT_UNAVAILABLE);
    block("employee", "1024", "LOCK");
    ask(MANAGER)
        .then()
        .statusCode(403)
        .body("errors[0].extensions.code", equalTo("ACCESS_BLOCKED"));
  }

  @Test
  void anotherControllersEmployeeOfThatNumberIsNotMeant() {
    blocks.put(
        2,
        List.of(
            new Block(
                new Block.Subject("ctl-xinghe", "employee", "1024"),
                "BLOCK",
                Instant.EPOCH,
                null)));
    ask(MANAGER).then().statusCode(200);
  }

  @Test
  void aBlockedPartnerIsNotToldHereButIsSlowed() {
    block("partner", "partner-haiyun", "BLOCK");
    ask(PARTNER).then().statusCode(200);
    int limited = 0;
    for (int i = 0; i < 10; i++) {
      limited += ask(PARTNER).statusCode() == 429 ? 1 : 0;
    }
    assertThat(limited).isPositive();
    Response atADoor = RestAssured.given().auth().oauth2(PARTNER).get("/files/imports/i-1/defects");
    assertThat(atADoor.<String>path("code")).isEqualTo("RATE_LIMITED");
    assertThat(Integer.parseInt(atADoor.header("Retry-After"))).isPositive();
  }

  private void block(String kind, String id, String interception) {
    blocks.put(
        2,
        List.of(
            new Block(
                new Block.Subject("ctl-donghai", kind, id), interception, Instant.EPOCH, null)));
  }

  private static Response ask(String token) {
    return as(token).body(Map.of("query", READ)).post("/graphql");
  }
}
