package org.shouxin.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the portal's page needs of the gateway, and what the page itself may be (issue 7.5, 7.9).
 */
@QuarkusTest
class PortalTest extends GatewayTest {
  private static final int FIRST_LOAD_BYTES = 150 * 1024;

  @TestHTTPResource("/")
  URI page;

  @Test
  void withoutASessionNobodyIsSignedInAndNobodyIsRedirected() {
    given().redirects().follow(false).get("/portal/session").then().statusCode(204);
  }

  @Test
  void aSessionThatCannotBeReadIsNobodys() {
    given()
        .cookie("q_session", "garbage")
        .get("/portal/session")
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  /** Whether it is a session cannot be told then; that is no fault, and no refusal either. */
  @Test
  void whileKeycloakIsAwayWhoBringsASessionOrATokenIsToldToComeAgain() {
    for (RequestSpecification caller :
        List.of(
            given().cookie(KeycloakAway.SESSION, "garbage"),
            given().auth().oauth2("aaa.bbb.ccc"))) {
      caller
          .header(KeycloakAway.HEADER, "away")
          .get("/portal/session")
          .then()
          .statusCode(503)
          .header("Retry-After", equalTo("1"))
          .body("code", equalTo("SERVICE_UNAVAILABLE"));
    }
    given()
        .header(KeycloakAway.HEADER, "away")
        .redirects()
        .follow(false)
        .get("/sign-in")
        .then()
        .statusCode(303)
        .header("Location", equalTo("/?away"));
  }

  @Test
  void whoSignsOutWhileKeycloakIsAwayIsSignedOutOfThisBrowserAllTheSame() {
    given()
        .header(KeycloakAway.HEADER, "away")
        .cookie(KeycloakAway.SESSION, "garbage")
        .cookie("shouxin_bound", "garbage")
        .redirects()
        .follow(false)
        .get("/sign-out")
        .then()
        .statusCode(303)
        .header("Location", equalTo("/?away"))
        .cookie(KeycloakAway.SESSION, "")
        .cookie("shouxin_bound", "");
  }

  @Test
  void theSessionNamesTheOpaqueIdAndNothingPersonal() {
    String session =
        signedIn(CUSTOMER).get("/portal/session").then().statusCode(200).extract().asString();
    assertThat(session)
        .isEqualTo(
            """
            {"customerId":"%s","roles":["customer"],"language":"zh-CN"}\
            """
                .formatted(Neighbourhood.LI_LEI));
  }

  @Test
  void theSessionSpeaksTheFirstLanguageOfTheBrowserThatThePortalSpeaks() {
    signedIn(CUSTOMER)
        .header("Accept-Language", "fr, en;q=0.8, zh;q=0.5")
        .get("/portal/session")
        .then()
        .body("language", equalTo("en"));
  }

  @Test
  void staffHaveNoCustomerRecordOfTheirOwn() {
    signedIn(MANAGER).get("/portal/session").then().statusCode(200).body("customerId", nullValue());
  }

  /**
   * The demo's page has no TLS; everywhere else the cookie is for TLS only, and never by mistake.
   */
  @Test
  void outsideTheDemoTheSessionsCookieIsForTlsOnly() throws IOException {
    URL properties = Path.of("src/main/resources/application.properties").toUri().toURL();
    for (String mode : List.of("production", "demo")) {
      boolean secure =
          new SmallRyeConfigBuilder()
              .addDefaultInterceptors()
              .withSources(new PropertiesConfigSource(properties))
              .withDefaultValue("shouxin.mode", mode)
              .build()
              .getValue("quarkus.oidc.authentication.cookie-force-secure", Boolean.class);
      assertThat(secure).as(mode).isEqualTo(mode.equals("production"));
    }
  }

  @Test
  void thePageHasNoInlineScriptOrStyleAndLoadsNothingFromElsewhere() throws Exception {
    String html = text("/");
    assertThat(html)
        .contains("<portal-app></portal-app>")
        .doesNotContain("http", "<style", "style=");
    assertThat(Pattern.compile("<script(?![^>]*\\ssrc=\"/static/)").matcher(html).find()).isFalse();
  }

  @Test
  void theFirstLoadIsSmall() throws Exception {
    List<String> parts =
        Pattern.compile("(?:src|href)=\"(/[^\"]+)\"")
            .matcher(text("/"))
            .results()
            .map((MatchResult part) -> part.group(1))
            .toList();
    assertThat(parts).hasSize(3);
    Set<String> loaded = new TreeSet<>();
    for (String part : parts) {
      loadAll(part, loaded);
    }
    int bytes = load("/", "gzip").body().length;
    for (String part : loaded) {
      bytes += load(part, "gzip").body().length;
    }
    assertThat(loaded).as("with what the scripts import").hasSize(4);
    assertThat(bytes).isBetween(10_000, FIRST_LOAD_BYTES);
    for (String part : loaded) {
      assertThat(text(part)).as("the console is loaded by staff only").doesNotContain("traceLeak");
    }
  }

  /**
   * A part of the page and what its script imports at once; what it imports later is not loaded.
   */
  private void loadAll(String part, Set<String> loaded) throws Exception {
    if (!loaded.add(part) || !part.endsWith(".js")) {
      return;
    }
    Matcher imports =
        Pattern.compile("(?:from|import)\\s*\"(/static/[^\"]+\\.js)\"").matcher(text(part));
    while (imports.find()) {
      loadAll(imports.group(1), loaded);
    }
  }

  private static RequestSpecification signedIn(String token) {
    return as(token).accept("application/json");
  }

  private String text(String path) throws IOException, InterruptedException {
    return new String(load(path, "identity").body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> load(String path, String encoding)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(page.resolve(path))
                  .header("Accept-Encoding", encoding)
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      return response;
    }
  }
}
