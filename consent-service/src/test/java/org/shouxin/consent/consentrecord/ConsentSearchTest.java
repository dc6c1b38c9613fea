package org.shouxin.consent.consentrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;

@QuarkusTest
@ConsentServiceTest
class ConsentSearchTest {

  @Test
  void complianceFindsByStateAndWalksAllPages() {
    Broker broker = Broker.open();
    List<String> sharing = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sharing.addFirst(broker.share(Broker.newCustomer()));
    }
    String left = Broker.newCustomer();
    String withdrawn = broker.share(left);
    broker.withdraw(left, withdrawn);

    search(broker, Map.of("state", "WITHDRAWN"))
        .then()
        .statusCode(200)
        .body("records.id", contains(withdrawn))
        .body("hasNextPage", equalTo(false));
    Response first = search(broker, Map.of("state", "GIVEN", "purpose", "P-12", "first", 2));
    assertThat(first.<List<String>>path("records.id")).isEqualTo(sharing.subList(0, 2));
    assertThat(first.<Boolean>path("hasNextPage")).isTrue();
    Map<String, Object> next =
        new HashMap<>(Map.of("state", "GIVEN", "purpose", "P-12", "first", 2));
    next.put("after", first.path("cursors[1]"));
    search(broker, next)
        .then()
        .body("records.id", contains(sharing.get(2)))
        .body("hasNextPage", equalTo(false));
  }

  @Test
  void aCursorOfAnotherSearchIsRefused() {
    Broker broker = Broker.open();
    broker.share(Broker.newCustomer());
    String cursor = search(broker, Map.of("state", "GIVEN")).path("cursors[0]");

    search(broker, Map.of("state", "WITHDRAWN", "after", cursor))
        .then()
        .statusCode(400)
        .body("code", equalTo("CURSOR_MALFORMED"));
  }

  @Test
  void staleConsentsAreFoundAsInvalidated() {
    Broker broker = Broker.open();
    String record = broker.share(Broker.newCustomer());
    broker.register(
        Broker.HAIYUN,
        Broker.resource("/demo/ctl-donghai/recipients/partner-haiyun.json")
            .replace("海云保险代理有限公司", "海云新保险代理有限公司"));

    search(broker, Map.of("state", "INVALIDATED")).then().body("records.id", contains(record));
    search(broker, Map.of("state", "GIVEN")).then().body("records", hasSize(0));
  }

  @Test
  void onlySupervisionSearches() {
    Broker broker = Broker.open();

    broker
        .employee("client-manager")
        .body(Map.of())
        .post("/v1/consent-records/search")
        .then()
        .statusCode(403);
    search(broker, Map.of("first", 51))
        .then()
        .statusCode(400)
        .body("code", equalTo("PAGE_SIZE_OUT_OF_RANGE"));
  }

  private static Response search(Broker broker, Map<String, Object> criteria) {
    return broker.officer().body(criteria).post("/v1/consent-records/search");
  }
}
