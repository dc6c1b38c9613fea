package org.shouxin.audit.incident;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.testing.TestTokens;

/** Acts on incidents as one of Donghai's people. */
record Officer(String token) {
  static final Officer DENG = of("compliance-officer", "1001");
  static final Officer LIU = of("compliance-officer", "1002");
  private static final List<String> ITEMS =
      List.of("CATEGORIES", "CAUSE", "HARM", "MEASURES_TAKEN", "MEASURES_YOU_CAN_TAKE", "CONTACT");

  static Officer of(String role, String number) {
    return new Officer(TestTokens.employee("ctl-donghai", role, number, "HQ"));
  }

  static Officer customer(UUID customer) {
    return new Officer(TestTokens.customer("ctl-donghai", customer.toString()));
  }

  static Officer service(String client) {
    return new Officer(TestTokens.service(client));
  }

  Response post(String path, Object body) {
    return given().auth().oauth2(token).contentType(ContentType.JSON).body(body).post(path);
  }

  JsonPath get(String path) {
    return given().auth().oauth2(token).get(path).then().statusCode(200).extract().jsonPath();
  }

  /** Opens an incident that became known so long ago, from a report of the officer's; its id. */
  String open(Duration ago, boolean drill) {
    String report =
        post(
                "/v1/leak-reports",
                Map.of(
                    "knownFields",
                    List.of("name"),
                    "contactedAt",
                    Instant.now().minusSeconds(1).toString()))
            .path("id");
    return post(
            "/v1/incidents",
            Map.of(
                "sourceKind",
                "LEAK_REPORT",
                "sourceReference",
                report,
                "knownAt",
                Instant.now().minus(ago).toString(),
                "drill",
                drill))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A step that must be taken. */
  JsonPath step(String incident, String step, Object body) {
    return tryStep(incident, step, body).then().statusCode(200).extract().jsonPath();
  }

  Response tryStep(String incident, String step, Object body) {
    return post("/v1/incidents/" + incident + "/" + step, body);
  }

  /** Every item of PIPL 57 in both languages. */
  static Map<String, Map<String, String>> items() {
    Map<String, Map<String, String>> items = new LinkedHashMap<>();
    for (String language : List.of("zh-CN", "en")) {
      Map<String, String> texts = new LinkedHashMap<>();
      ITEMS.forEach(item -> texts.put(item, item + " " + language));
      items.put(language, texts);
    }
    return items;
  }

  /** A report of a kind under a receipt number. */
  JsonPath report(String incident, String kind, String submission) {
    return step(
        incident, "reports", Map.of("kind", kind, "items", items(), "submission", submission));
  }

  /** Assesses, computes and freezes the persons that an actor saw in the last hours. */
  void assessAndFreeze(String incident, String actorId) {
    step(incident, "assessment", wizard(1, false));
    step(
        incident,
        "affected",
        Map.of("exposures", List.of(exposure(actorId, Instant.now().minusSeconds(36_000)))));
    step(incident, "affected/1/freezing", Map.of());
  }

  static Map<String, Object> wizard(long persons, boolean minors) {
    return Map.of("persons", persons, "sensitive", false, "published", false, "minors", minors);
  }

  static Map<String, Object> exposure(String actorId, Instant from) {
    return Map.of(
        "actorKind",
        "employee",
        "actorId",
        actorId,
        "from",
        from.toString(),
        "until",
        Instant.now().plusSeconds(60).toString(),
        "fields",
        List.of());
  }

  /** Types of the events of an incident in the log, oldest first, once all are there. */
  static List<String> eventsOf(String incident, int expected) {
    List<String> found = List.of();
    for (int i = 0; i < 100 && found.size() < expected; i++) {
      found = Log.typesAbout(incident);
    }
    return found;
  }
}
