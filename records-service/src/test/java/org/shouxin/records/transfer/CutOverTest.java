package org.shouxin.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;

/**
 * The cut-over moves nobody too early, and an objection in its second counts wholly or not at all.
 */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class CutOverTest {
  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject Database database;

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void aCutOverBeforeTheLastDayOfObjectionsIsRefusedAndNobodyHasMoved() {
    Sale sale = new Sale(clock);
    ready(sale, List.of(book.admit(sale.seller, Book.person("\u97e9\u6885"))));
    clock.moveForward(Duration.ofDays(30));

    sale.advance()
        .then()
        .statusCode(409)
        .body("code", equalTo("TRANSFER_GATES_UNMET"))
        .body("errors.field", equalTo(List.of("OBJECTION_PERIOD_OVER", "CUT_OVER_DAY_REACHED")));

    assertThat(departed(sale)).isZero();
    sale.officer("3001").get(sale.path("")).then().body("stage", equalTo("NOTICE"));
    sale.pack().then().statusCode(409).body("code", equalTo("TRANSFER_STAGE_CONFLICT"));
  }

  @Test
  void anObjectionInTheCutOverSecondCountsWhollyOrIsTooLate() throws Exception {
    Sale sale = new Sale(clock);
    List<CustomerId> people =
        IntStream.range(0, 8)
            .mapToObj(_ -> book.admit(sale.seller, Book.person("\u674e\u96f7")))
            .toList();
    ready(sale, people);
    clock.moveForward(Duration.ofDays(30));
    sale.object(people.getFirst());

    Map<CustomerId, Integer> answered = new ConcurrentHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      people.stream()
          .skip(1)
          .forEach(person -> {
            var _ = threads.submit(() -> answered.put(person, object(sale, person)));
          });
      clock.moveForward(Duration.ofDays(1));
      sale.advance().then().statusCode(200).body("stage", equalTo("CUT_OVER"));
    }

    answered.put(people.getFirst(), 200);
    Set<CustomerId> heard =
        people.stream().filter(each -> answered.get(each) == 200).collect(Collectors.toSet());
    assertThat(staying(sale)).isEqualTo(heard);
    assertThat(departed(sale)).isEqualTo(people.size() - heard.size());
    assertThat(people)
        .allSatisfy(each ->
            assertThat(book.events(each).contains("transfer.customer.excluded"))
                .isEqualTo(heard.contains(each)));
    sale.objection(people.getFirst()).then().statusCode(200);
  }

  private void ready(Sale sale, List<CustomerId> people) {
    new ConsentService().givesItems();
    sale.noticed().tell(people.toArray(CustomerId[]::new));
    sale.name().then().statusCode(200);
    sale.approve("3002").then().statusCode(200);
    sale.approve("3003").then().statusCode(200);
  }

  /** Heard, or told that it was too late: the status. */
  private static int object(Sale sale, CustomerId person) {
    Response answer = sale.objection(person);
    if (answer.statusCode() != 200) {
      answer.then().statusCode(409).body("code", equalTo("OBJECTION_TOO_LATE"));
    }
    return answer.statusCode();
  }

  private long departed(Sale sale) {
    return database.read(
        sale.seller,
        handle ->
            handle
                .createQuery("select count(*) from customer where departed_at is not null")
                .mapTo(Long.class)
                .one());
  }

  private Set<CustomerId> staying(Sale sale) {
    return database.read(
        sale.seller,
        handle ->
            handle
                .createQuery(
                    "select customer_id from transfer_person where situation = 'OBJECTED'"
                        + " and disposition = 'STAYS' and chunk is null")
                .mapTo(CustomerId.class)
                .set());
  }
}
