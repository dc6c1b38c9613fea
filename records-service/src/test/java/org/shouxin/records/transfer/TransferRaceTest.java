package org.shouxin.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.testing.PostgresServer;

/**
 * Two acts about a transfer in one moment, held by the database until both have begun: whoever came
 * second sees what the first one did.
 */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class TransferRaceTest {
  private static final String WAITING =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
          + " and datname = current_database()";

  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject Database database;

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void ofTwoAdvancesAtOneMomentOneWinsAndTheOtherSeesTheNewStage() throws Exception {
    Sale sale = new Sale(clock);
    sale.dueDiligence();
    List.of("CONFIDENTIALITY_ACCEPTED", "CONTRACT_SIGNED")
        .forEach(gate -> sale.evidence("3001", gate));

    List<Response> answers =
        whileHeld(
            "lock table transfer_stage in share row exclusive mode", sale::advance, sale::advance);

    assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(200, 409);
    Response second =
        answers.stream().filter(each -> each.statusCode() == 409).findAny().orElseThrow();
    assertThat(second.<String>path("code")).isEqualTo("TRANSFER_GATES_UNMET");
    assertThat(second.<List<String>>path("errors.field")).containsExactly("NOTICE_PUBLISHED");
  }

  @Test
  void anObjectionThatHasBegunWhenTheCutOverComesKeepsThePersonHere() throws Exception {
    new ConsentService().givesItems();
    Sale sale = new Sale(clock);
    CustomerId objects = book.admit(sale.seller, Book.person("\u97e9\u6885"));
    CustomerId moves = book.admit(sale.seller, Book.person("\u674e\u96f7"));
    sale.noticed().tell(objects, moves);
    sale.name().then().statusCode(200);
    sale.approve("3002").then().statusCode(200);
    sale.approve("3003").then().statusCode(200);
    clock.moveForward(Duration.ofDays(30));

    List<Response> answers =
        whileHeld(
            "select 1 from transfer_person where customer_id = '" + objects + "' for update",
            () -> sale.objection(objects),
            () -> {
              clock.moveForward(Duration.ofDays(2));
              return sale.advance();
            });

    assertThat(answers.stream().map(Response::statusCode)).containsExactly(200, 200);
    assertThat(departed(sale)).containsExactly(moves);
  }

  /** Begins the first, and once it waits the second; lets both go when both wait. */
  private static List<Response> whileHeld(
      String lock, Supplier<Response> first, Supplier<Response> second) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection holder = PostgresServer.get().administrator("records");
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute(lock);
      Future<Response> one = threads.submit(first::get);
      untilWaiting(1);
      Future<Response> other = threads.submit(second::get);
      untilWaiting(2);
      holder.commit();
      return List.of(one.get(), other.get());
    }
  }

  private static void untilWaiting(int expected) throws Exception {
    try (Connection observer = PostgresServer.get().administrator("records");
        Statement statement = observer.createStatement()) {
      for (int look = 0; look < 600; look++) {
        try (ResultSet waiting = statement.executeQuery(WAITING)) {
          waiting.next();
          if (waiting.getInt(1) >= expected) {
            return;
          }
        }
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
    throw new AssertionError("not " + expected + " wait");
  }

  private List<CustomerId> departed(Sale sale) {
    return database.read(
        sale.seller,
        handle ->
            handle
                .createQuery("select id from customer where departed_at is not null")
                .mapTo(CustomerId.class)
                .list());
  }
}
