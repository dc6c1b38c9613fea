package org.shouxin.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ConsentServiceTest
class ContractTest {

  /** To accept a change of the API, copy target/consent-service.openapi.yaml over the contract. */
  @Test
  void theServedApiIsTheContract() throws IOException {
    String served = given().get("/q/openapi?format=yaml").asString();
    Files.writeString(Path.of("target/consent-service.openapi.yaml"), served);

    assertThat(served)
        .isEqualTo(Files.readString(Path.of("../contracts/consent-service.openapi.yaml")));
  }
}
