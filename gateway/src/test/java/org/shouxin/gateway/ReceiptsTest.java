package org.shouxin.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.problem.ProblemCode;

/** Receipts for the portal, and what anybody gets to verify one. */
@QuarkusTest
class ReceiptsTest extends GatewayTest {

  @AfterEach
  void forget() {
    Neighbourhood.reset();
  }

  @Test
  void receiptsAreListedAndFetchedForTheirPerson() {
    Neighbourhood.answer(
        "/consent/v1/receipts/query",
        200,
        """
        {"receipts":[{"id":"q-1","consentRecordId":"r-1","purpose":"P-12","recipientId":null,"state":"GIVEN",
          "issuedAt":"2026-11-22T02:00:00Z","integrated":true}],"cursors":["c-1"],"hasNextPage":false}
        """);
    Neighbourhood.answer("/consent/v1/receipts/q-1", 200, "{\"@type\":\"ConsentReceipt\"}");
    Neighbourhood.answer("/consent/v1/receipts/q-1/document", 200, "%PDF-1.7");

    assertThat(
            ask(
                "{ receipts(customerId: \"x\") { edges { node { id state integrated } cursor }"
                    + " pageInfo { hasNextPage } } receipt(id: \"q-1\") receiptDocument(id:"
                    + " \"q-1\", language: \"en\") }"))
        .isEqualTo(
            "{\"data\":{\"receipts\":{\"edges\":[{\"node\":{\"id\":\"q-1\",\"state\":\"GIVEN\",\"integrated\":true},"
                + "\"cursor\":\"c-1\"}],\"pageInfo\":{\"hasNextPage\":false}},"
                + "\"receipt\":\"{\\\"@type\\\":\\\"ConsentReceipt\\\"}\",\"receiptDocument\":\"JVBERi0xLjc=\"}}");
  }

  @Test
  void aReceiptThatIsNotTheCallersIsNotFound() {
    Neighbourhood.refuse("/consent/v1/receipts/q-2", ProblemCode.RECEIPT_NOT_FOUND);

    assertThat(ask("{ receipt(id: \"q-2\") }")).contains("RECEIPT_NOT_FOUND");
  }

  @Test
  void aCopyOfOnesDataComesAsRecordsServiceMadeItOrNotAtAll() {
    Neighbourhood.answer(
        "/records/v1/customers/copy",
        200,
        "{\"mediaType\":\"application/pdf\",\"content\":\"JVBERi0xLjc=\"}");
    String copy =
        "{ dataCopy(customerId: \"x\", form: \"DOCUMENT\", language: \"en\") { mediaType content }"
            + " }";

    assertThat(ask(copy))
        .isEqualTo(
            "{\"data\":{\"dataCopy\":{\"mediaType\":\"application/pdf\",\"content\":\"JVBERi0xLjc=\"}}}");

    Neighbourhood.refuse("/records/v1/customers/copy", ProblemCode.CUSTOMER_NOT_FOUND);
    assertThat(ask(copy)).contains("CUSTOMER_NOT_FOUND").doesNotContain("JVBERi0xLjc=");
  }

  @Test
  void theKeysArePublishedToEverybody() {
    Neighbourhood.answer("/consent/v1/receipts/keys", 200, "{\"keys\":[]}");
    Neighbourhood.answer("/audit/tlog/vkey", 200, "log+0a1b2c3d+AAAA\n");

    given()
        .get("/verify/shouxin-receipt-keys.json")
        .then()
        .statusCode(200)
        .body(equalTo("{\"keys\":[]}"));
    given()
        .get("/verify/shouxin-log-key.txt")
        .then()
        .statusCode(200)
        .body(equalTo("log+0a1b2c3d+AAAA\n"));
  }

  @Test
  void theVerifiersPageHasNoInlineScriptAndAsksNobodyElse() {
    given().redirects().follow(false).get("/verify").then().statusCode(303);
    Response page = given().get("/verify/");
    page.then().statusCode(200);
    assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
    assertThat(page.asString()).doesNotContain("http", "<style", "style=", "onclick");
    assertThat(Pattern.compile("<script(?! type=\"module\" src=)").matcher(page.asString()).find())
        .isFalse();
    for (String part : new String[] {"page.js", "verifier.js", "schema.js", "words.js"}) {
      given().get("/verify/" + part).then().statusCode(200).contentType("text/javascript");
    }
  }

  @Test
  void theDownloadedVerifierAdmitsItsOwnScriptAndStyleOnlyAndNoRequest()
      throws GeneralSecurityException {
    Response file = given().get("/verify/shouxin-verify-receipt.html");
    assertThat(file.header("Content-Disposition")).isEqualTo("attachment");
    String html = file.asString();
    String policy = group("Content-Security-Policy\" content=\"([^\"]+)\"", html);
    assertThat(policy)
        .isEqualTo(
            "default-src 'none'; img-src data:; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                .formatted(
                    digest(group("(?s)<style>(.*?)</style>", html)),
                    digest(group("(?s)<script type=\"module\">(.*?)</script>", html))));
    assertThat(html.lines()).noneMatch(line -> line.matches("(import|export) .*"));
    assertThat(html).doesNotContain(" src=", "<link rel=\"stylesheet\"");
  }

  @Test
  void theVerifierChecksTheContractItself() throws IOException {
    String module = given().get("/verify/schema.js").asString();
    String schema = module.substring(module.indexOf('{')).strip().replaceAll(";$", "");

    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(schema))
        .isEqualTo(
            json.readTree(Files.readString(Path.of("../contracts/consent-receipt.schema.json"))));
  }

  private static String ask(String query) {
    return as(CUSTOMER).body(Map.of("query", query)).post("/graphql").asString();
  }

  private static String group(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static String digest(String text) throws GeneralSecurityException {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
