package org.shouxin.records.intake;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.shouxin.testing.TestTokens;

/**
 * A compliance officer of one controller who sends books; each test has a controller of its own.
 */
record Sender(String controller) {

  Response post(byte[] file) {
    return given()
        .auth()
        .oauth2(token())
        .contentType("application/octet-stream")
        .body(file)
        .post("/v1/imports");
  }

  Response post(Path file) {
    return given()
        .auth()
        .oauth2(token())
        .contentType("text/csv")
        .body(file.toFile())
        .post("/v1/imports");
  }

  /** Sends a file that must be taken and waits until it is read. */
  JsonPath send(Path file) {
    Response accepted = post(file);
    accepted.then().statusCode(202);
    return await(accepted.jsonPath().getString("id"));
  }

  /** The import when it has ended; an answer other than 200 means the database is away. */
  JsonPath await(String id) {
    long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (System.nanoTime() < deadline) {
      Response answer = get("/v1/imports/" + id);
      if (answer.statusCode() == 200 && !answer.jsonPath().getString("state").equals("RUNNING")) {
        return answer.jsonPath();
      }
      pause();
    }
    throw new AssertionError("import did not end: " + get("/v1/imports/" + id).asString());
  }

  List<String> defects(String id) {
    return get("/v1/imports/" + id + "/defects").asString().lines().toList();
  }

  Response get(String path) {
    return given().auth().oauth2(token()).get(path);
  }

  int putStaff(Path list) {
    return given()
        .auth()
        .oauth2(token())
        .contentType("text/csv")
        .body(list.toFile())
        .put("/v1/staff")
        .then()
        .statusCode(200)
        .extract()
        .path("employees");
  }

  private String token() {
    return TestTokens.employee(controller, "compliance-officer", "1001", "上海总部");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
