package org.shouxin.audit.retention;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.platform.database.Database;
import org.shouxin.testing.TestTokens;

/** Acts on retention over REST as one of a controller's people, or as a service. */
record Staff(String token) {

  static Staff employee(String controller, String role, String number) {
    return new Staff(TestTokens.employee(controller, role, number, "HQ"));
  }

  static Staff customer(String controller, UUID customer) {
    return new Staff(TestTokens.customer(controller, customer.toString()));
  }

  static Staff service(String client) {
    return new Staff(TestTokens.service(client));
  }

  Response post(String path, Object body) {
    return given().auth().oauth2(token).contentType(ContentType.JSON).body(body).post(path);
  }

  JsonPath get(String path) {
    return given().auth().oauth2(token).get(path).then().statusCode(200).extract().jsonPath();
  }

  /** Places a hold; its id. */
  String place(Map<String, Object> scope) {
    return post(
            "/v1/legal-holds", Map.of("scope", scope, "reason", "court case 2026-118 of Donghai"))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Types and reasons of own events about a resource that still wait or are in the log. */
  static List<String> events(String resource) {
    return CDI.current()
        .select(Database.class)
        .get()
        .systemRead(handle ->
            handle
                .createQuery(
                    "select distinct on (j ->> 'eventId') (j ->> 'type')"
                        + " || coalesce(' ' || (j ->> 'reason'), '')"
                        + " from (select body::jsonb as j from own_event union all"
                        + "       select entry::jsonb from log_entry where source like 'audit-service.%') e"
                        + " where j -> 'resource' ->> 'id' = ? order by j ->> 'eventId'")
                .bind(0, resource)
                .mapTo(String.class)
                .list());
  }
}
