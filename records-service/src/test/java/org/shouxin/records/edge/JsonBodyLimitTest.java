package org.shouxin.records.edge;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.records.Caller;
import org.shouxin.records.RecordsServiceTest;

@QuarkusTest
@RecordsServiceTest
class JsonBodyLimitTest {
  @Test
  void anOversizedJsonBodyIsRefusedAlthoughImportsMayBeLarge() {
    Caller.partner()
        .post("/v1/customers/read", Map.of("purpose", "x".repeat(JsonBodyLimit.MOST_BYTES)))
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }
}
