package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.testing.TestTokens;

/** What a customer may do only soon after a sign-in, and what never asks for one (D-149). */
@QuarkusTest
class FreshSignInTest extends GatewayTest {
  private static final Duration LONG_AGO = Duration.ofHours(1);

  @AfterEach
  void forget() {
    Neighbourhood.reset();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ dataCopy(customerId: \"x\", form: \"FILE\", language: \"en\") { content } }",
        "mutation { sendMobileCode(mobile: \"13912345678\") { expiresAt } }",
        "mutation { proposeCorrection(input: {customerId: \"x\", field: \"mobile\", value: \"1\"}) { id } }",
        "mutation { proposeCorrection(input: {customerId: \"x\", field: \"email\", value: \"1\"}) { id } }",
        "mutation { fileRightsRequest(input: {customerId: \"x\", type: \"COPY\", detail: \"d\"}) { id } }",
        "mutation { fileRightsRequest(input: {customerId: \"x\", type: \"PORTABILITY\"}) { id } }",
        "mutation { fileRightsRequest(input: {customerId: \"x\", type: \"DELETE\"}) { id } }",
        "mutation { fileRightsRequest(input: {customerId: \"x\", type: \"CLOSE_ACCOUNT\"}) { id } }"
      })
  void whatTakesDataAwayEndsItOrMovesTheWayToHerNeedsARecentSignIn(String sensitive) {
    everythingIsRefusedByTheServices();

    assertThat(ask(signedIn(LONG_AGO), sensitive)).contains("STEP_UP_REQUIRED");
    assertThat(Neighbourhood.asked("records")).isEmpty();
    assertThat(Neighbourhood.asked("consent")).isEmpty();
    assertThat(ask(signedIn(Duration.ofMinutes(1)), sensitive))
        .contains("CONFLICT")
        .doesNotContain("STEP_UP_REQUIRED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mutation { withdrawConsent(consentRecordId: \"r-1\") { state } }",
        "mutation { proposeCorrection(input: {customerId: \"x\", field: \"name\", value: \"1\"}) { id } }",
        "mutation { fileRightsRequest(input: {customerId: \"x\", type: \"RESTRICT\"}) { id } }"
      })
  void withdrawingAndTheOtherRightsNeverAskForASignIn(String plain) {
    everythingIsRefusedByTheServices();

    assertThat(ask(signedIn(LONG_AGO), plain))
        .contains("CONFLICT")
        .doesNotContain("STEP_UP_REQUIRED");
  }

  private static void everythingIsRefusedByTheServices() {
    for (String path :
        List.of(
            "/records/v1/customers/copy",
            "/records/v1/corrections/codes",
            "/records/v1/corrections",
            "/records/v1/case-texts",
            "/consent/v1/rights-requests",
            "/consent/v1/consent-records/r-1/withdrawal")) {
      Neighbourhood.refuse(path, ProblemCode.CONFLICT);
    }
  }

  private static String signedIn(Duration ago) {
    return TestTokens.custom(List.of("customer"), "gateway")
        .with("controller", "ctl-donghai")
        .with("customer_id", Neighbourhood.LI_LEI)
        .with("auth_time", Instant.now().minus(ago).getEpochSecond())
        .sign();
  }

  private static String ask(String token, String query) {
    return as(token).body(Map.of("query", query)).post("/graphql").asString();
  }
}
