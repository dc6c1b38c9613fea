package org.shouxin.gateway;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.testing.TestTokens;

/** HTTP around GraphQL: sign-in, media types, status codes, methods, sizes, origins, headers. */
@QuarkusTest
class GraphQlOverHttpTest extends GatewayTest {
  private static final String TYPENAME = "{\"query\":\"{ __typename }\"}";
  private static final String NONSENSE = "{\"query\":\"{\"}";

  @Test
  void withoutATokenTheAnswerIs401() {
    RestAssured.given()
        .contentType("application/json")
        .body(TYPENAME)
        .post("/graphql")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
  }

  @Test
  void anExpiredTokenIs401() {
    String expired =
        TestTokens.custom(List.of("partner"), "partner-haiyun")
            .with("controller", "ctl-donghai")
            .with("partner_id", "partner-haiyun")
            .expiringAt(Instant.now().minusSeconds(60))
            .sign();
    as(expired)
        .body(TYPENAME)
        .post("/graphql")
        .then()
        .statusCode(401)
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-a-token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
  void aForgedTokenIs401(String token) {
    as(token).body(TYPENAME).post("/graphql").then().statusCode(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/graphql-response+json                        | application/graphql-response+json
          application/json                                         | application/json
          */*                                                      | application/json
          text/html, application/graphql-response+json;q=0.9, */*;q=0.1 | application/graphql-response+json
          application/json;q=0.5, application/graphql-response+json | application/graphql-response+json
          """)
  void theAnswerHasTheMediaTypeThatTheCallerAccepts(String accept, String answered) {
    partner(accept)
        .body(TYPENAME)
        .post("/graphql")
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith(answered))
        .header("Cache-Control", equalTo("no-store"))
        .body("data.__typename", equalTo("Query"));
  }

  @Test
  void noAcceptableMediaTypeIs406() {
    partner("text/html").body(TYPENAME).post("/graphql").then().statusCode(406);
  }

  @Test
  void aRefusedDocumentIs400OnlyInTheNewerMediaType() {
    partner("application/graphql-response+json")
        .body(NONSENSE)
        .post("/graphql")
        .then()
        .statusCode(400);
    partner("application/json").body(NONSENSE).post("/graphql").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{ \"not a JSON",
        "{}",
        "{\"query\":1}",
        "{\"query\":null}",
        "{\"query\":\" \"}",
        "{\"query\":\"{ __typename }\",\"variables\":[]}",
        "{\"query\":\"{ __typename }\",\"operationName\":1}",
        "{\"query\":\"{ __typename }\",\"extensions\":\"x\"}"
      })
  void anUnusableRequestIs400InBothMediaTypes(String body) {
    for (String accept : List.of("application/json", "application/graphql-response+json")) {
      partner(accept)
          .body(body)
          .post("/graphql")
          .then()
          .statusCode(400)
          .body("errors[0].extensions.code", equalTo("REQUEST_MALFORMED"));
    }
  }

  @Test
  void anArrayOfRequestsIsRefused() {
    as(PARTNER)
        .body("[" + TYPENAME + "," + TYPENAME + "]")
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("BATCH_REFUSED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/graphql",
        "application/json; charset=gbk",
        "application/x-www-form-urlencoded"
      })
  void anotherContentTypeIs415(String contentType) {
    as(PARTNER)
        .config(
            RestAssured.config()
                .encoderConfig(
                    encoderConfig().encodeContentTypeAs("application/graphql", ContentType.TEXT)))
        .contentType(contentType)
        .body(TYPENAME)
        .post("/graphql")
        .then()
        .statusCode(415);
  }

  @Test
  void getAnswersQueriesAndRefusesMutationsAndFactors() {
    get("{ __typename }").then().statusCode(200).body("data.__typename", equalTo("Query"));
    get("mutation { withdrawConsent(consentRecordId: \"r-1\") { id } }")
        .then()
        .statusCode(405)
        .header("Allow", equalTo("GET, POST"));
    get("{ findCustomer(factors: {name: \"李雷\", mobile: \"13800010001\"}, purpose: \"P-12\") { id } }")
        .then()
        .statusCode(405)
        .body(not(containsString("13800010001")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void otherMethodsAre405(String method) {
    as(PARTNER).request(method, "/graphql").then().statusCode(405);
  }

  @Test
  void aBodyOverTheLimitIs413AndOneBelowIsRead() {
    String comment = "#".repeat(65_536);
    as(PARTNER)
        .body("{\"query\":\"{ __typename }\",\"padding\":\"" + comment + "\"}")
        .post("/graphql")
        .then()
        .statusCode(413)
        .body("errors[0].extensions.code", equalTo("BODY_TOO_LARGE"));
    as(PARTNER)
        .body("{\"query\":\"{ __typename }\",\"padding\":\"" + "#".repeat(65_000) + "\"}")
        .post("/graphql")
        .then()
        .statusCode(200);
  }

  @Test
  void nothingElseIsServedBelowTheEndpoint() {
    as(PARTNER).get("/graphql/schema.graphql").then().statusCode(404);
    as(PARTNER).get("/graphql/anything").then().statusCode(404);
  }

  @Test
  void answersCarryTheSecurityHeadersAndAreCompressed() {
    as(PARTNER)
        .header("Accept-Encoding", "gzip")
        .body(TYPENAME)
        .post("/graphql")
        .then()
        .header("Content-Encoding", equalTo("gzip"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Content-Security-Policy", containsString("script-src 'self';"))
        .header("Content-Security-Policy", not(containsString("unsafe")));
  }

  private static RequestSpecification partner(String accept) {
    return as(PARTNER).accept(accept);
  }

  private static io.restassured.response.Response get(String query) {
    return RestAssured.given()
        .auth()
        .oauth2(PARTNER)
        .accept("application/graphql-response+json")
        .queryParam("query", query)
        .get("/graphql");
  }
}
