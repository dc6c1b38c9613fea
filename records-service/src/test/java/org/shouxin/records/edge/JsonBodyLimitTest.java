package org.shouxin.records.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.records.Caller;
import org.shouxin.records.RecordsServiceTest;

@QuarkusTest
@RecordsServiceTest
class JsonBodyLimitTest {
  private static final int MOST_BYTES = 256 * 1024;

  @Test
  void anOversizedJsonBodyIsRefusedAlthoughImportsMayBeLarge() {
    Caller.partner()
        .post("/v1/customers/read", Map.of("purpose", "x".repeat(MOST_BYTES)))
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  /** R-BT-03: 5 bytes a person, so 60 thousand of them. */
  @Test
  void theManifestOfALargePackageIsReadButNotOneWithoutEnd() {
    open("x".repeat(300_000)).statusCode(422).body("code", equalTo("PACKAGE_UNSIGNED"));
    open("x".repeat(17 << 20)).statusCode(413).body("code", equalTo("BODY_TOO_LARGE"));
  }

  private static ValidatableResponse open(String manifest) {
    return Caller.employee("compliance-officer", "1001")
        .post(
            "/v1/arrivals",
            Map.of(
                "manifest",
                manifest,
                "signature",
                "A".repeat(86),
                "sellerKey",
                Map.of("kty", "OKP", "crv", "Ed25519", "x", "A".repeat(43))))
        .then();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", ""})
  void aBodyInChunksIsBoundedTooWhateverItCallsItself(String type) throws Exception {
    byte[] body = ("{" + " ".repeat(2 * MOST_BYTES) + "\"purpose\":\"P-12\"}").getBytes(UTF_8);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create("http://localhost:" + RestAssured.port + "/v1/customers/read"))
              .header("Authorization", "Bearer " + Caller.partner().token())
              .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
      if (!type.isEmpty()) {
        request.header("Content-Type", type);
      }
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("\"BODY_TOO_LARGE\"");
    }
  }
}
