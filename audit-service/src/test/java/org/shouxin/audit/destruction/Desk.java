package org.shouxin.audit.destruction;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.testing.TestTokens;

/** Acts about destructions as Donghai's people and as the services that own the data. */
public record Desk(String token) {
  public static final Desk PROPOSER = of("compliance-officer", "2001");
  public static final Desk APPROVER = of("supervisor", "2002");
  public static final Desk EXECUTOR = of("operator", "2003");
  public static final Desk WITNESS = of("auditor", "2004");
  public static final Desk RECORDS = new Desk(TestTokens.service("records-service"));
  public static final Desk CONSENT = new Desk(TestTokens.service("consent-service"));
  public static final ControllerId DONGHAI = new ControllerId("ctl-donghai");
  private static final String PLANS = "/v1/destruction/plans";

  public static Desk of(String role, String number) {
    return new Desk(TestTokens.employee("ctl-donghai", role, number, "HQ"));
  }

  public Response post(String path, Object body) {
    return given().auth().oauth2(token).contentType(ContentType.JSON).body(body).post(path);
  }

  public JsonPath get(String path) {
    return given().auth().oauth2(token).get(path).then().statusCode(200).extract().jsonPath();
  }

  public JsonPath plan(String id) {
    return get(PLANS + "/" + id);
  }

  public Response propose(List<Map<String, Object>> items) {
    return post(PLANS, Map.of("cause", "RETENTION_ENDED", "items", items));
  }

  /** A plan's id. */
  public static String proposed(List<Map<String, Object>> items) {
    return PROPOSER.propose(items).then().statusCode(201).extract().path("id");
  }

  public static String approved(List<Map<String, Object>> items) {
    String plan = proposed(items);
    APPROVER.approve(plan).then().statusCode(200);
    return plan;
  }

  public static String started(List<Map<String, Object>> items) {
    String plan = approved(items);
    EXECUTOR.start(plan, "2004").then().statusCode(200);
    return plan;
  }

  public Response approve(String plan) {
    String digest = plan(plan).getString("scopeDigest");
    return post(PLANS + "/" + plan + "/approval", Map.of("scopeDigest", digest));
  }

  public Response start(String plan, @Nullable String witness) {
    Map<String, Object> body = new HashMap<>();
    body.put("witness", witness);
    return post(PLANS + "/" + plan + "/execution", body);
  }

  public Response witness(String plan) {
    String digest = plan(plan).getString("scopeDigest");
    return post(PLANS + "/" + plan + "/witnessing", Map.of("scopeDigest", digest));
  }

  /** The next order of this plan; orders of other tests' plans are done on the way. */
  public @Nullable Map<String, Object> next(String plan) {
    while (true) {
      List<Map<String, Object>> orders =
          post("/v1/destruction/orders/next", Map.of()).jsonPath().getList("");
      if (orders.isEmpty()) {
        return null;
      }
      if (plan.equals(orders.getFirst().get("planId"))) {
        return orders.getFirst();
      }
      done(orders.getFirst());
    }
  }

  public void done(Map<String, Object> order) {
    post(
            "/v1/destruction/orders/done",
            Map.of(
                "orderId", order.get("orderId"), "controllerId", "ctl-donghai", "rowsDestroyed", 3))
        .then()
        .statusCode(204);
  }

  /** Done, and the person stood in these exports. */
  public void done(Map<String, Object> order, List<Map<String, Object>> exports) {
    post(
            "/v1/destruction/orders/done",
            Map.of(
                "orderId",
                order.get("orderId"),
                "controllerId",
                "ctl-donghai",
                "rowsDestroyed",
                3,
                "exports",
                exports))
        .then()
        .statusCode(204);
  }

  public void failed(Map<String, Object> order, String fault) {
    post(
            "/v1/destruction/orders/failed",
            Map.of("orderId", order.get("orderId"), "controllerId", "ctl-donghai", "fault", fault))
        .then()
        .statusCode(204);
  }

  /** Destroys all that is left of a plan in this service's store. */
  public void destroyAll(String plan) {
    for (Map<String, Object> order = next(plan); order != null; order = next(plan)) {
      done(order);
    }
  }

  /** A person whom retention knows, kept by no law any more. */
  public static Map<String, Object> person(UUID customer) {
    known(customer);
    return item("records", customer, "", "RT-15");
  }

  /** Retention was told of her long ago. */
  public static void known(UUID customer) {
    database()
        .write(
            DONGHAI,
            handle ->
                handle.execute(
                    "insert into retention_item (id, controller_id, subject_ref, store, record_ref,"
                        + " class, kind, start_event, start_on, due_on, reported_at) values (?, ?, ?,"
                        + " 'records', '', 'RT-15', 'IDENTITY', 'LAST_CONTACT', '2012-03-05',"
                        + " '2012-09-01', now()) on conflict do nothing",
                    Ids.next(),
                    DONGHAI,
                    customer.toString()));
  }

  public static Map<String, Object> item(
      String store, UUID customer, String recordRef, String retentionClass) {
    return Map.of(
        "store",
        store,
        "customerId",
        customer.toString(),
        "recordRef",
        recordRef,
        "retentionClass",
        retentionClass);
  }

  public static Map<String, Object> medium(String serial, String method) {
    return Map.of(
        "store", "media", "recordRef", serial, "retentionClass", "MEDIUM", "method", method);
  }

  public static List<Map<String, Object>> people(int number) {
    List<Map<String, Object>> people = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      people.add(person(Ids.random()));
    }
    return people;
  }

  /** Puts a hold on a person in force; its id. */
  public static UUID hold(String customer) {
    UUID id = Ids.next();
    database()
        .write(
            DONGHAI,
            handle -> {
              handle.execute(
                  "insert into legal_hold (controller_id, id, scope, subject_ref, reason,"
                      + " placed_by, placed_at) values (?, ?, 'PERSON', ?, 'a lawsuit is pending',"
                      + " '1001', now())",
                  DONGHAI,
                  id,
                  customer);
              step(handle, id, 1, "APPROVED");
              return id;
            });
    return id;
  }

  public static void release(UUID hold) {
    database()
        .write(
            DONGHAI,
            handle -> {
              step(handle, hold, 2, "RELEASED");
              return hold;
            });
  }

  /** Types of the events about a plan in the log, in order, once so many are there. */
  public static List<String> events(String plan, int expected) {
    List<String> found = List.of();
    for (int i = 0; i < 100 && found.size() < expected; i++) {
      found =
          database()
              .systemRead(handle -> {
                handle.execute("select pg_sleep(0.1)");
                return handle
                    .createQuery(
                        "select entry::json ->> 'type' from log_entry"
                            + " where entry::json -> 'resource' ->> 'id' = ?"
                            + " and entry::json ->> 'type' not like 'clock.%' order by log_index")
                    .bind(0, plan)
                    .mapTo(String.class)
                    .list();
              });
    }
    return found;
  }

  public static Database database() {
    return CDI.current().select(Database.class).get();
  }

  private static void step(org.jdbi.v3.core.Handle handle, UUID hold, int sequence, String kind) {
    handle.execute(
        "insert into legal_hold_step (controller_id, hold_id, sequence, kind, employee_no, reason,"
            + " at) values (?, ?, ?, ?, '1002', 'a lawsuit is pending', now())",
        DONGHAI,
        hold,
        sequence,
        kind);
  }
}
