package org.shouxin.records.reassigning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.access.Assignments;
import org.shouxin.records.access.Viewer;

/** R-AC-03: a leaver's customers are somebody else's; R-AC-06: an untrained reader reads nobody. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class ReassignerTest {
  @Inject Book book;
  @Inject Database database;
  @Inject Assignments assignments;
  @Inject Reassigner reassigner;

  private final String leaver = "lea-" + Ids.random().toString().substring(0, 8);
  private final String successor = "suc-" + Ids.random().toString().substring(0, 8);
  private final String change = Ids.random().toString();
  private ConsentService consent;
  private CustomerId first;
  private CustomerId second;

  @BeforeEach
  void twoCustomersOfTheLeaverOneOfThemOnceTheSuccessors() {
    consent = new ConsentService();
    first = book.admit(Book.person("韩梅梅"));
    second = book.admit(Book.person("李雷"));
    assign(first, leaver);
    assign(second, leaver);
    assign(second, successor);
    database.write(
        Book.DONGHAI,
        handle ->
            assignments.end(handle, Book.DONGHAI, new Assignments.Assignment(second, successor)));
  }

  @Test
  void theSuccessorGetsEveryCustomerAndTheLeaverKeepsNone() {
    consent.reassigns(change, leaver, successor);
    reassigner.moveAll();
    reassigner.moveAll();

    assertThat(of(leaver)).isEmpty();
    assertThat(of(successor)).containsExactlyInAnyOrder(first, second);
    assertThat(consent.reassigned()).hasSize(2);
    assertThat(consent.reassigned().getFirst()).contains(change, "\"customers\":2");
    assertThat(consent.reassigned().getLast()).contains(change, "\"customers\":0");
    assertThat(book.eventBodies())
        .filteredOn(body -> body.contains("\"assignment.moved\"") && body.contains(change))
        .hasSize(2)
        .allMatch(body -> body.contains("employee:" + successor));
  }

  @Test
  void anUnclearedReaderIsToldSoAndTheRefusalIsAnEvent() {
    consent.refusesTheCaller("TRAINING_REQUIRED", "TRAINING_REQUIRED");
    Caller.manager(leaver)
        .read(List.of(first), "name")
        .then()
        .statusCode(403)
        .body("code", equalTo("TRAINING_REQUIRED"));
    assertThat(book.eventBodies())
        .filteredOn(body -> body.contains("\"access.denied\"") && body.contains(leaver))
        .singleElement()
        .asString()
        .contains("\"reasonCode\":\"TRAINING_REQUIRED\"", first.toString());
  }

  private void assign(CustomerId customer, String employee) {
    database.write(
        Book.DONGHAI,
        handle -> {
          assignments.add(
              handle, Book.DONGHAI, List.of(new Assignments.Assignment(customer, employee)));
          return 1;
        });
  }

  private List<CustomerId> of(String employee) {
    return database.read(
        Book.DONGHAI,
        handle ->
            assignments.list(handle, Book.DONGHAI, new Viewer(employee, null, false), null, 10));
  }
}
