package org.shouxin.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.transfer.arrival.MortalAdmission;
import org.shouxin.records.vault.TransferKeys;

/** A receiver that is killed while it admits a package of two chunks. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class KilledReceiverTest {
  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject Database database;
  @Inject MortalAdmission mortal;
  @Inject TransferKeys keys;

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void killedBetweenAnyTwoCommitsItGoesOnToTheSameCountsWithoutDoubles() {
    ConsentService neighbours = new ConsentService();
    neighbours.givesItems();
    neighbours.holdsSomething();
    Sale sale = new Sale(clock);
    CustomerId[] sold =
        Stream.of("\u8d75\u4e00", "\u94b1\u4e8c", "\u5b59\u4e09")
            .map(name -> book.admit(sale.seller, Book.person(name)))
            .toArray(CustomerId[]::new);
    sale.noticed().tell(sold);
    sale.cutOver();
    String arrival = sale.arrives(sale.handedOver(), keys.signingKey(sale.seller));

    int deaths = 0;
    while (mortal.dies(Book.importer(sale.receiver), UUID.fromString(arrival), deaths)) {
      assertThat(people(sale).size()).as("after %d moments", deaths).isIn(0, sold.length);
      deaths++;
    }

    assertThat(deaths).isGreaterThan(20);
    sale.admit(arrival).then().statusCode(200).body("admitted", equalTo(true));
    assertThat(people(sale))
        .hasSize(sold.length)
        .allSatisfy(person ->
            assertThat(book.events(person).stream().filter("transfer.customer.arrived"::equals))
                .hasSize(1));
    assertThat(
            book.eventBodies().stream()
                .filter(body -> body.contains("\"transfer.received\"") && body.contains(sale.id())))
        .hasSize(1);
    sale.advance().then().statusCode(200);
    sale.receipted(arrival)
        .then()
        .statusCode(200)
        .body("gates.find { it.code == 'RECEIPT_MATCHES' }.met", equalTo(true));
  }

  private List<CustomerId> people(Sale sale) {
    return database.read(
        sale.receiver,
        handle -> handle.createQuery("select id from customer").mapTo(CustomerId.class).list());
  }
}
