package org.shouxin.records.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.testing.PostgresServer;

/** R-RC-15: how large a page is and how deep a listing goes is law data, by role. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class ListingLimitTest {
  @Inject Book book;
  @Inject Assignments assignments;
  @Inject Database database;

  private final String employee = "dep-" + Ids.random().toString().substring(0, 8);

  @BeforeEach
  void fourOwnCustomersAndANarrowLaw() throws SQLException {
    new ConsentService().permits("name");
    List<Assignments.Assignment> own = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      CustomerId id = book.admit(Book.person("\u97e9\u6885\u6885"));
      own.add(new Assignments.Assignment(id, employee));
    }
    database.write(
        Book.DONGHAI,
        handle -> {
          assignments.add(handle, Book.DONGHAI, own);
          return own;
        });
    law(
        "insert into access_limit (role, effective_from, people_a_day, people_an_hour,"
            + " people_an_export, rows_a_page, rows_a_listing, basis)"
            + " values ('client-manager', '2022-01-01', 100, 100, 100, 2, 3, 'test')");
  }

  @AfterEach
  void theShippedLaw() throws SQLException {
    law("delete from access_limit where basis = 'test'");
  }

  @Test
  void aListingEndsAtTheRolesDepthAndThePageAfterItIsRefusedWithAnEvent() {
    Response first = list(2, null);
    first.then().statusCode(200).body("customers", hasSize(2));
    Response second = list(2, last(first));
    second.then().statusCode(200).body("customers", hasSize(1));

    list(2, last(second)).then().statusCode(429).body("code", equalTo("PAGE_DEPTH_LIMIT"));

    assertThat(book.eventBodies())
        .filteredOn(body -> body.contains("\"access.limited\"") && body.contains(employee))
        .singleElement()
        .asString()
        .contains("\"reason\":\"PAGE_DEPTH_LIMIT\"", "\"count\":3");
    list(1, null).then().statusCode(200).body("customers", hasSize(1));
  }

  @Test
  void aPageLargerThanTheRolesIsRefused() {
    list(3, null).then().statusCode(400).body("code", equalTo("PAGE_SIZE_OUT_OF_RANGE"));
    Caller.employee("supervisor", employee).list(3, null, "name").then().statusCode(200);
  }

  private Response list(int rows, @Nullable String after) {
    return Caller.manager(employee).list(rows, after, "name");
  }

  private static String last(Response page) {
    List<String> cursors = page.path("cursors");
    return cursors.getLast();
  }

  private static void law(String statement) throws SQLException {
    try (Connection administrator = PostgresServer.get().administrator("records");
        Statement sql = administrator.createStatement()) {
      sql.executeUpdate(statement);
    }
  }
}
