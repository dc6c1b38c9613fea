package org.shouxin.records;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.testing.TestTokens;

/** Somebody who calls the service. */
public record Caller(String token) {
  public static Caller partner() {
    return new Caller(TestTokens.partner("ctl-donghai", "partner-haiyun"));
  }

  public static Caller partner(String id) {
    return new Caller(TestTokens.partner("ctl-donghai", id));
  }

  public static Caller customer(CustomerId id) {
    return new Caller(TestTokens.customer("ctl-donghai", id.toString()));
  }

  public static Caller manager(String employeeNo) {
    return employee("client-manager", employeeNo);
  }

  public static Caller employee(String role, String employeeNo) {
    return new Caller(
        TestTokens.employee("ctl-donghai", role, employeeNo, "\u676d\u5dde\u5206\u516c\u53f8"));
  }

  public Response read(List<CustomerId> ids, String... fields) {
    return post(
        "/v1/customers/read",
        Map.of(
            "ids", ids.stream().map(CustomerId::toString).toList(),
            "purpose", "P-12",
            "fields", List.of(fields)));
  }

  public Response search(Map<String, String> factors, String... fields) {
    return post(
        "/v1/customers/search",
        Map.of("factors", factors, "purpose", "P-12", "fields", List.of(fields)));
  }

  public Response list(int first, @Nullable String after, String... fields) {
    Map<String, Object> body = new HashMap<>();
    body.put("purpose", "P-04");
    body.put("first", first);
    body.put("after", after);
    body.put("fields", List.of(fields));
    return post("/v1/customers/list", body);
  }

  public Response get(String path) {
    return given().auth().oauth2(token).get(path);
  }

  /** A file as it is. */
  public Response put(String path, String file) {
    return given().auth().oauth2(token).contentType("text/csv").body(file).put(path);
  }

  public Response post(String path, Object body) {
    return given().auth().oauth2(token).contentType(ContentType.JSON).body(body).post(path);
  }
}
