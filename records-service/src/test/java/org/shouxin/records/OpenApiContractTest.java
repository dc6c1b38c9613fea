package org.shouxin.records;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The API is a file in git: a change of it shows as a diff in review (style.md 14). */
@QuarkusTest
@RecordsServiceTest
class OpenApiContractTest {
  private static final Path CONTRACT = Path.of("../contracts/records-service.openapi.yaml");
  private static final Path RUNNING = Path.of("target/records-service.openapi.yaml");

  @Test
  void theRunningServiceOffersWhatTheContractSays() throws IOException {
    String running = given().accept("application/yaml").get("/q/openapi").asString();
    Files.writeString(RUNNING, running);

    assertThat(running)
        .as("accept a wanted change by copying records-service/%s to contracts/", RUNNING)
        .isEqualTo(Files.readString(CONTRACT));
  }
}
