package org.shouxin.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the service offers, compared with the file that its callers read. */
@QuarkusTest
@AuditServiceTest
class ContractTest {

  /**
   * On a difference the served document is in target/audit-service.yaml, to be looked at and
   * copied.
   */
  @Test
  void theServedApiIsTheContract() throws IOException {
    String served = given().get("/q/openapi?format=yaml").asString();
    Files.writeString(Path.of("target/audit-service.yaml"), served);
    assertThat(Path.of("../contracts/audit-service.openapi.yaml")).hasContent(served);
  }
}
