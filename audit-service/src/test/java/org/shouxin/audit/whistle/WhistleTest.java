package org.shouxin.audit.whistle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.startup.DeploymentMode;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.testing.PostgresServer;
import org.shouxin.testing.TestTokens;

/** R-AU-05: an administrator with the database cannot learn who reported. */
@QuarkusTest
@AuditServiceTest
class WhistleTest {
  private static final String CONTROLLER = "ctl-whistle";
  private static final String WORDS = "the branch sells customer lists to a garage";
  private static KeysetHandle lin;
  private static KeysetHandle zhao;
  private static boolean named;

  @Inject RetaliationWatch watch;
  @Inject Clock clock;
  @Inject DeploymentMode mode;

  private final Reporter events = new Reporter();
  private final String reporter = "wb" + Ids.random().toString().replace("-", "").substring(0, 12);

  @BeforeAll
  static void keys() throws GeneralSecurityException {
    HybridConfig.register();
    lin = newKeys();
    zhao = newKeys();
  }

  @Test
  void onlyBothHandlersTogetherOpenWhoReportedAndTheReporterIsAnsweredByHerCode()
      throws GeneralSecurityException {
    nameHandlers();
    String code = file(reporter, true);

    JsonPath report = newest("lin");
    String identity = report.getString("identity");
    assertThat(open(lin, report.getString("text"))).isEqualTo(WORDS);
    assertThat(open(zhao, newest("zhao").getString("text"))).isEqualTo(WORDS);
    assertThatThrownBy(() -> open(zhao, identity)).isInstanceOf(GeneralSecurityException.class);
    byte[] inner = decrypt(lin, Base64.getDecoder().decode(identity));
    assertThat(new String(inner, StandardCharsets.ISO_8859_1)).doesNotContain(reporter);
    assertThat(Padding.unpad(decrypt(zhao, inner))).isEqualTo(reporter);

    post(
            officer("lin"),
            "/v1/whistle/reports/" + report.getString("id") + "/reply",
            Map.of("text", "we look into it", "state", "IN_REVIEW"))
        .then()
        .statusCode(204);
    status("anybody", code, null)
        .then()
        .statusCode(200)
        .body("state", equalTo("IN_REVIEW"))
        .body("messages", contains("we look into it"));
    status("anybody", code, "a name to ask for: Wu").then().statusCode(200);
    assertThat(open(zhao, newest("zhao").getList("messages", String.class).getFirst()))
        .isEqualTo("a name to ask for: Wu");
    status("anybody", code + "x", null)
        .then()
        .statusCode(404)
        .body("code", equalTo("WHISTLE_NOT_FOUND"));
    post(
            officer("third"),
            "/v1/whistle/reports/" + report.getString("id") + "/reply",
            Map.of("state", "CLOSED"))
        .then()
        .statusCode(404);
    given().auth().oauth2(officer("third")).get("/v1/whistle/reports").then().body("$", empty());
  }

  @Test
  void theDumpOfTheDatabaseTellsNeitherWhoNorWhat() throws Exception {
    nameHandlers();
    String code = file(reporter, true);
    String anonymous = file(reporter, false);
    watch.look(BusinessTime.today(clock));

    String dump = dump();
    assertThat(dump).contains("whistle.report.filed");
    assertThat(dump).doesNotContain(reporter, WORDS, code, anonymous);
    List<String> reports =
        rows("whistle_report").stream().filter(row -> row.startsWith("{")).toList();
    assertThat(reports)
        .extracting(String::length)
        .allSatisfy(length ->
            assertThat(length)
                .isBetween(reports.getFirst().length() - 24, reports.getFirst().length() + 24));
    assertThat(dump.lines().filter(line -> line.contains("whistle.report.filed")))
        .allSatisfy(line -> assertThat(line).doesNotContain("employee", "traceId"));
  }

  @Test
  void aReducedRightOfTheReporterIsToldToTheHandlersAndNobodyElsesIs()
      throws GeneralSecurityException {
    nameHandlers();
    LocalDate today = BusinessTime.today(clock);
    file(reporter, true);
    JsonPath mine = newest("lin");
    events.report(List.of(rightRevoked(reporter), rightRevoked("somebody-else")));

    watch.look(today);
    watch.look(today);

    JsonPath after = byId("lin", mine.getString("id"));
    assertThat(after.getList("digests")).hasSize(1);
    String line = open(lin, after.getString("digests[0].body"));
    assertThat(line.lines())
        .hasSize(1)
        .allSatisfy(one -> assertThat(one).endsWith(" right.revoked"));
    assertThat(open(zhao, byId("zhao", mine.getString("id")).getString("digests[0].body")))
        .isEqualTo(line);
  }

  @ParameterizedTest
  @CsvFileSource(files = "../contracts/examples/people/right-changes.csv", numLinesToSkip = 1)
  void whateverThePeopleServiceWritesAboutARightReachesTheHandlers(String type, String resource)
      throws GeneralSecurityException {
    nameHandlers();
    file(reporter, true);
    JsonPath mine = newest("lin");
    Map<String, Object> change = rightRevoked(reporter);
    change.put("type", type);
    change.put("resource", Map.of("type", resource, "id", Ids.random().toString()));
    events.report(List.of(change));

    watch.look(BusinessTime.today(clock));

    String line = open(lin, byId("lin", mine.getString("id")).getString("digests[0].body"));
    assertThat(line.lines()).singleElement().asString().endsWith(" " + type);
  }

  @Test
  void aReporterOfBeforeARotationIsFoundByTheKeyBeforeIt() {
    WatchKey old = key(1, null);
    UUID report = Ids.random();
    byte[] stored = old.index(report, reporter);

    assertThat(key(2, 1).isOf(stored, report, reporter)).isTrue();
    assertThat(key(2, 1).isOf(stored, report, reporter + "0")).isFalse();
    assertThat(key(2, null).isOf(stored, report, reporter)).isFalse();
    assertThat(key(2, 1).index(report, reporter)).isNotEqualTo(stored);
  }

  @Test
  void aHandlerBringsHerOwnKeyAndTwoOthersNameIt() {
    String key = publicKey(lin);
    String who = "h-" + Ids.random().toString().substring(0, 8);
    Map<String, Object> offer = Map.of("employeeNo", who, "publicKey", key);
    post(officer("reg"), "/v1/whistle/handlers", offer)
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
    post(officer(who), "/v1/whistle/handlers", offer).then().statusCode(204);
    approve(who, who, key).then().statusCode(422).body("code", equalTo("SELF_APPROVAL"));
    approve("app", who, publicKey(zhao)).then().statusCode(409).body("code", equalTo("CONFLICT"));
    approve("app", who, key).then().statusCode(204);
    approve("app", who, key).then().statusCode(409).body("code", equalTo("CONFLICT"));
    post(officer("x1"), "/v1/whistle/handlers", Map.of("employeeNo", "x1", "publicKey", "{}"))
        .then()
        .statusCode(422)
        .body("code", equalTo("WHISTLE_KEY_INVALID"));
    post(
            TestTokens.employee("ctl-nobody", "client-manager", "7", "HQ"),
            "/v1/whistle/reports",
            Map.of("text", WORDS, "named", false))
        .then()
        .statusCode(409)
        .body("code", equalTo("WHISTLE_NOT_READY"));
  }

  private WatchKey key(int byteOfKey, @Nullable Integer byteOfPrevious) {
    return new WatchKey(
        Optional.of(base64(byteOfKey)),
        Optional.ofNullable(byteOfPrevious).map(WhistleTest::base64),
        mode);
  }

  private static String base64(int filler) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) filler);
    return Base64.getEncoder().encodeToString(key);
  }

  private static void nameHandlers() {
    if (named) {
      return;
    }
    named = true;
    name("lin", publicKey(lin));
    name("zhao", publicKey(zhao));
  }

  private static void name(String who, String key) {
    post(officer(who), "/v1/whistle/handlers", Map.of("employeeNo", who, "publicKey", key))
        .then()
        .statusCode(204);
    approve("app", who, key).then().statusCode(204);
    approve("sup", who, key).then().statusCode(204);
  }

  private static Response approve(String by, String who, String key) {
    return post(
        officer(by),
        "/v1/whistle/handlers/" + who + "/approval",
        Map.of("keyDigest", HandlerKey.digest(key)));
  }

  private static Map<String, Object> rightRevoked(String employee) {
    Map<String, Object> event =
        new HashMap<>(
            Reporter.event(
                CONTROLLER, "right.revoked", "employee", "hr1", Ids.random(), List.of("name")));
    event.remove("subjectRef");
    event.put("concerns", "employee:" + employee);
    return event;
  }

  private static String file(String reporter, boolean named) {
    return post(
            TestTokens.employee(CONTROLLER, "client-manager", reporter, "HQ"),
            "/v1/whistle/reports",
            Map.of("text", WORDS, "named", named))
        .then()
        .statusCode(200)
        .extract()
        .path("statusCode");
  }

  private static Response status(String who, String code, @Nullable String text) {
    Map<String, Object> body = new HashMap<>(Map.of("statusCode", code));
    if (text != null) {
      body.put("text", text);
    }
    return post(TestTokens.employee(CONTROLLER, "auditor", who, "HQ"), "/v1/whistle/status", body);
  }

  /** The report of this test: the only one whose identity is the reporter's. */
  private JsonPath newest(String handler) throws GeneralSecurityException {
    JsonPath all = list(handler);
    for (int i = 0; i < all.getList("$").size(); i++) {
      byte[] inner =
          decrypt(lin, Base64.getDecoder().decode(all.getString("[" + i + "].identity")));
      if (Padding.unpad(decrypt(zhao, inner)).equals(reporter)) {
        all.setRootPath("[" + i + "]");
        return all;
      }
    }
    throw new AssertionError("the report is not there");
  }

  private static JsonPath byId(String handler, String id) {
    JsonPath all = list(handler);
    all.setRootPath("find { it.id == '" + id + "' }");
    return all;
  }

  private static JsonPath list(String handler) {
    return given().auth().oauth2(officer(handler)).get("/v1/whistle/reports").jsonPath();
  }

  private static String officer(String employeeNo) {
    return TestTokens.employee(CONTROLLER, "compliance-officer", employeeNo, "HQ");
  }

  private static Response post(String token, String path, Object body) {
    return given().auth().oauth2(token).contentType(ContentType.JSON).body(body).post(path);
  }

  private static KeysetHandle newKeys() throws GeneralSecurityException {
    return KeysetHandle.generateNew(
        KeyTemplates.get("DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM"));
  }

  private static String publicKey(KeysetHandle keys) {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String open(KeysetHandle keys, String sealed) throws GeneralSecurityException {
    return Padding.unpad(decrypt(keys, Base64.getDecoder().decode(sealed)));
  }

  private static byte[] decrypt(KeysetHandle keys, byte[] sealed) throws GeneralSecurityException {
    return keys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
        .decrypt(sealed, HandlerKey.CONTEXT);
  }

  /** Every row of every table of the database, as an administrator dumps it. */
  private static String dump() throws SQLException {
    StringBuilder dump = new StringBuilder();
    List<String> tables = new ArrayList<>();
    try (Connection administrator = PostgresServer.get().administrator("audit");
        Statement statement = administrator.createStatement();
        ResultSet names =
            statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    for (String table : tables) {
      rows(table).forEach(row -> dump.append(table).append(' ').append(row).append('\n'));
    }
    return dump.toString();
  }

  private static List<String> rows(String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection administrator = PostgresServer.get().administrator("audit");
        Statement statement = administrator.createStatement();
        ResultSet result =
            statement.executeQuery("select row_to_json(t)::text from " + table + " t")) {
      while (result.next()) {
        String row = result.getString(1);
        rows.add(row);
        rows.add(decoded(row));
      }
    }
    return rows;
  }

  /** What stands in bytea columns, as text. */
  private static String decoded(String row) {
    Matcher hex = Pattern.compile("\\\\\\\\x([0-9a-f]+)").matcher(row);
    StringBuilder text = new StringBuilder("bytes ");
    while (hex.find()) {
      text.append(new String(HexFormat.of().parseHex(hex.group(1)), StandardCharsets.ISO_8859_1));
    }
    return text.toString();
  }
}
