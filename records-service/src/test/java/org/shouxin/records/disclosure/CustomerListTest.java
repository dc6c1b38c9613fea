package org.shouxin.records.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.access.Assignments;
import org.shouxin.records.access.StaffMember;
import org.shouxin.records.access.StaffRoster;

@QuarkusTest
@RecordsServiceTest
class CustomerListTest {
  @Inject Book book;
  @Inject Database database;
  @Inject Assignments assignments;
  @Inject StaffRoster roster;

  private final List<CustomerId> people = new ArrayList<>();
  private ConsentService consent;

  @BeforeEach
  void threePeople() {
    consent = new ConsentService();
    consent.permits("name");
    for (String name : List.of("\u97e9\u6885", "\u674e\u96f7", "\u738b\u4f1f")) {
      people.add(book.admit(Book.person(name)));
    }
  }

  @Test
  void aManagerPagesThroughOwnCustomersOnlyUntilTheAssignmentEnds() {
    Caller wang = Caller.manager("5001");
    people.forEach(id -> assign(id, "5001"));

    JsonPath one = page(wang, 2, null);
    JsonPath two = page(wang, 2, one.getString("cursors[1]"));
    List<String> seen = new ArrayList<>(one.getList("customers.id", String.class));
    seen.addAll(two.getList("customers.id", String.class));
    assertThat(one.getBoolean("hasNextPage")).isTrue();
    assertThat(two.getBoolean("hasNextPage")).isFalse();
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(people.stream().map(CustomerId::toString).toList());

    end(people.getFirst(), "5001");
    assertThat(page(wang, 50, null).getList("customers.id")).hasSize(2);
    assertThat(page(Caller.manager("5002"), 50, null).getList("customers.id")).isEmpty();
  }

  @Test
  void aSupervisorSeesTheCustomersOfTheBranch() {
    assign(people.get(0), "5003");
    assign(people.get(1), "5004");
    database.write(
        Book.DONGHAI,
        handle -> {
          roster.admit(
              handle,
              Book.DONGHAI,
              List.of(
                  new StaffMember(
                      "5003", "client-manager", "\u82cf\u5dde\u5206\u516c\u53f8", null, null),
                  new StaffMember(
                      "5004", "client-manager", "\u5357\u4eac\u5206\u516c\u53f8", null, null)));
          return 0;
        });
    Caller supervisor =
        new Caller(
            org.shouxin.testing.TestTokens.employee(
                "ctl-donghai", "supervisor", "5000", "\u82cf\u5dde\u5206\u516c\u53f8"));

    supervisor
        .list(50, null, "name")
        .then()
        .statusCode(200)
        .body("customers.id", contains(people.getFirst().toString()));
  }

  @Test
  void aCustomerPagesThroughHerselfFirstAndThenTheChildrenWhoseGuardianSheIs() {
    CustomerId guardianId =
        people.stream().max(java.util.Comparator.comparing(CustomerId::toString)).orElseThrow();
    CustomerId child =
        people.stream().min(java.util.Comparator.comparing(CustomerId::toString)).orElseThrow();
    consent.hasWard(child);
    Caller guardian = Caller.customer(guardianId);

    JsonPath one = page(guardian, 1, null);
    JsonPath two = page(guardian, 1, one.getString("cursors[0]"));

    assertThat(one.getList("customers.id")).containsExactly(guardianId.toString());
    assertThat(two.getList("customers.id")).containsExactly(child.toString());
    assertThat(two.getBoolean("hasNextPage")).isFalse();
  }

  @Test
  void aPartnerPagesThroughThoseWhoConsentedToIt() {
    List<String> ids = people.stream().map(CustomerId::toString).sorted().toList();
    consent.hasSubjects(ids.subList(0, 2), ids.subList(2, 3));

    JsonPath one = page(Caller.partner(), 2, null);
    JsonPath two = page(Caller.partner(), 2, one.getString("cursors[1]"));

    assertThat(one.getList("customers.id")).isEqualTo(ids.subList(0, 2));
    assertThat(one.getList("customers.name")).doesNotContain("\u97e9\u6885");
    assertThat(one.getBoolean("hasNextPage")).isTrue();
    assertThat(two.getList("customers.id")).isEqualTo(ids.subList(2, 3));
    assertThat(two.getBoolean("hasNextPage")).isFalse();
  }

  @Test
  void aCustomerListsHerself() {
    Caller.customer(people.getFirst())
        .list(20, null, "name")
        .then()
        .statusCode(200)
        .body("customers.id", contains(people.getFirst().toString()))
        .body("customers.name", contains("\u97e9\u6885"))
        .body("hasNextPage", equalTo(false));
  }

  @Test
  void refusedCandidatesAreLeftOutAndEndTheListing() {
    consent.refuses("NOT_ASSIGNED");
    people.forEach(id -> assign(id, "5005"));

    Caller.manager("5005")
        .list(1, null, "name")
        .then()
        .statusCode(200)
        .body("customers", empty())
        .body("hasNextPage", equalTo(false));
  }

  @Test
  void someoneElsesCursorAndAWrongPageSizeAreRefused() {
    people.forEach(id -> assign(id, "5006"));
    String cursor = page(Caller.manager("5006"), 1, null).getString("cursors[0]");

    Caller.manager("5007")
        .list(1, cursor, "name")
        .then()
        .statusCode(400)
        .body("code", equalTo("CURSOR_MALFORMED"));
    Caller.manager("5006")
        .list(51, null, "name")
        .then()
        .statusCode(400)
        .body("code", equalTo("PAGE_SIZE_OUT_OF_RANGE"));
  }

  private static JsonPath page(Caller caller, int first, @Nullable String after) {
    return caller.list(first, after, "name").then().statusCode(200).extract().jsonPath();
  }

  private void assign(CustomerId id, String employee) {
    database.write(
        Book.DONGHAI,
        handle -> {
          assignments.add(handle, Book.DONGHAI, List.of(new Assignments.Assignment(id, employee)));
          return 0;
        });
  }

  private void end(CustomerId id, String employee) {
    database.write(
        Book.DONGHAI,
        handle -> assignments.end(handle, Book.DONGHAI, new Assignments.Assignment(id, employee)));
  }
}
