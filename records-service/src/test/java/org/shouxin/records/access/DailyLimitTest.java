package org.shouxin.records.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;

/** R-RC-15: the 101st different customer of a manager's day. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class DailyLimitTest {
  @Inject Book book;
  @Inject AdjustableClock clock;

  private final String employee = "lim-" + Ids.random().toString().substring(0, 8);
  private CustomerId known;

  @BeforeEach
  void oneKnownCustomer() {
    new ConsentService().permits("name");
    known = book.admit(Book.person("\u97e9\u6885\u6885"));
  }

  @AfterEach
  void clockBack() {
    clock.reset();
  }

  @Test
  void theHundredAndFirstDifferentPersonIsRefusedAndTheRefusalIsAnEvent() {
    Caller manager = Caller.manager(employee);
    manager.read(strangers(50), "name").then().statusCode(200);
    manager.read(strangers(49), "name").then().statusCode(200);
    manager.read(List.of(known), "name").then().statusCode(200).body("customers", hasSize(1));

    manager.read(strangers(1), "name").then().statusCode(429).body("code", equalTo("DAILY_LIMIT"));
    manager.read(List.of(known), "name").then().statusCode(200).body("customers", hasSize(1));
    Caller.manager(employee + "x").read(strangers(1), "name").then().statusCode(200);
    assertThat(book.eventBodies())
        .filteredOn(body -> body.contains("\"access.limited\"") && body.contains(employee))
        .singleElement()
        .asString()
        .contains("\"reason\":\"DAILY_LIMIT\"", "\"count\":100");
  }

  @Test
  void openingOneFieldOrTheConflictsOfAHundredAndFirstPersonIsRefusedAlike() {
    Caller manager = Caller.manager(employee);
    manager.read(strangers(50), "name").then().statusCode(200);
    manager.read(strangers(50), "name").then().statusCode(200);
    manager
        .post(
            "/v1/unmask-grants",
            Map.of(
                "customerId",
                known.toString(),
                "field",
                "mobile",
                "purpose",
                "P-04",
                "reason",
                "call back about renewal"))
        .then()
        .statusCode(429)
        .body("code", equalTo("DAILY_LIMIT"));
    manager
        .post("/v1/conflicts/list", Map.of("customerId", known.toString(), "purpose", "P-04"))
        .then()
        .statusCode(429)
        .body("code", equalTo("DAILY_LIMIT"));
  }

  @Test
  void aRequestThatWouldGoOverTheLimitCountsNobody() {
    Caller manager = Caller.manager(employee);
    manager.read(strangers(50), "name").then().statusCode(200);
    manager.read(strangers(49), "name").then().statusCode(200);
    manager.read(strangers(2), "name").then().statusCode(429);
    manager.read(strangers(1), "name").then().statusCode(200);
  }

  @Test
  void aSupervisorsHourIsNarrowerThanTheDayAndTheNextHourIsFree() {
    Caller supervisor = Caller.employee("supervisor", employee);
    for (int i = 0; i < 3; i++) {
      supervisor.read(strangers(50), "name").then().statusCode(200);
    }
    supervisor
        .read(strangers(1), "name")
        .then()
        .statusCode(429)
        .body("code", equalTo("HOURLY_LIMIT"));
    clock.moveForward(Duration.ofHours(1));
    supervisor.read(strangers(1), "name").then().statusCode(200);
    assertThat(book.eventBodies())
        .filteredOn(body -> body.contains("\"access.limited\"") && body.contains(employee))
        .singleElement()
        .asString()
        .contains("\"reason\":\"HOURLY_LIMIT\"", "\"count\":150");
  }

  @Test
  void askingInParallelOpensNoMore() throws Exception {
    List<Callable<Integer>> requests = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      requests.add(
          () -> Caller.manager(employee).read(strangers(20), "name").statusCode() == 200 ? 1 : 0);
    }
    int passed = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : threads.invokeAll(requests)) {
        passed += answer.get();
      }
    }
    assertThat(passed).isEqualTo(5);
  }

  @Test
  void partnersHaveNoSuchLimit() {
    for (int i = 0; i < 3; i++) {
      Caller.partner().read(strangers(50), "name").then().statusCode(200);
    }
  }

  private static List<CustomerId> strangers(int number) {
    List<CustomerId> ids = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      ids.add(new CustomerId(Ids.random()));
    }
    return ids;
  }
}
