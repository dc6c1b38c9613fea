package org.shouxin.audit;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.TestTokens;

/** A service that reports events, as the outbox relay does. */
public final class Reporter {
  public final String source;
  private long position;

  public Reporter() {
    this.source = "records-service." + Ids.random().toString().substring(0, 8);
  }

  /** Reports events at the next positions; they must be accepted. */
  public void report(List<Map<String, Object>> events) {
    report(position, events).then().statusCode(200);
    position += events.size();
  }

  /** Reports events at positions of the caller's choice. */
  public Response report(long firstPosition, List<Map<String, Object>> events) {
    return given()
        .auth()
        .oauth2(TestTokens.service("records-service"))
        .contentType(ContentType.JSON)
        .body(Map.of("source", source, "firstPosition", firstPosition, "events", events))
        .post("/v1/events");
  }

  /** A partner's read of one customer's record at Donghai. */
  public static Map<String, Object> dataProvided(String partner, UUID customer) {
    return event(
        "ctl-donghai", "data.provided", "partner", partner, customer, List.of("name", "mobile"));
  }

  /** An employee's read of one customer's record at Donghai. */
  public static Map<String, Object> recordRead(String employee, UUID customer) {
    return event("ctl-donghai", "record.read", "employee", employee, customer, List.of("name"));
  }

  public static Map<String, Object> event(
      String controller,
      String type,
      String actorKind,
      String actorId,
      UUID customer,
      List<String> fields) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("eventId", Ids.next().toString());
    event.put("controllerId", controller);
    event.put("occurredAt", Instant.now().toString());
    event.put("type", type);
    event.put("actor", new HashMap<>(Map.of("kind", actorKind, "id", actorId)));
    event.put("subjectRef", customer.toString());
    event.put("purpose", "P-12");
    event.put("legalBasis", "PIPL 13(1)");
    event.put("resource", Map.of("type", "customer", "fields", fields));
    event.put(
        "decision",
        Map.of(
            "id",
            Ids.next().toString(),
            "permitted",
            !type.endsWith("deny") && !type.equals("access.denied"),
            "rule",
            "CONSENT_IN_FORCE",
            "ruleVersion",
            "2026-11-01"));
    return event;
  }

  public static List<Map<String, Object>> many(int number, UUID customer) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      events.add(dataProvided("partner-haiyun", customer));
    }
    return events;
  }
}
