package org.shouxin.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.shouxin.testing.TestTokens;

/** The service really uses {@link org.shouxin.platform.identity.VerifiedTokens}. */
@QuarkusTest
@AuditServiceTest
class RememberedTokensTest {
  @Inject MeterRegistry metrics;

  @Test
  void aTokenIsRememberedOnceItIsVerifiedAndAForgedOneNever() {
    assertThat(status(TestTokens.service("consent-service"))).isEqualTo(400);
    String token = TestTokens.service("records-service");
    double before = remembered();
    for (int i = 0; i < 3; i++) {
      assertThat(status(token)).isEqualTo(400);
    }
    assertThat(remembered()).isEqualTo(before + 1);

    String forged = token.substring(0, token.length() - 8) + "AAAAAAAA";
    assertThat(status(forged)).isEqualTo(401);
    assertThat(remembered()).isEqualTo(before + 1);
  }

  private double remembered() {
    return metrics.get("shouxin.tokens.remembered").gauge().value();
  }

  private static int status(String token) {
    return given()
        .header("Authorization", "Bearer " + token)
        .contentType("application/json")
        .body("{}")
        .post("/v1/events")
        .statusCode();
  }
}
