package org.shouxin.records.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;

/** Issue 3, search over encrypted data: staff only, own people only, limited, recorded. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class TermSearchTest {
  @Inject Book book;
  @Inject Database database;

  private final PersonFacts sanFeng = named("\u5f20\u4e09\u4e30");
  private final Caller manager = Caller.manager("1024");
  private CustomerId id;

  @BeforeEach
  void hisFile() {
    new ConsentService().permitsAssigned("name", "mobile");
    id = admit(sanFeng);
  }

  @Test
  void endsOfNumbersAndPartsOfTheNameFindHisOwnPeople() {
    String number = sanFeng.idNumber();
    String mobile = sanFeng.mobile();
    Map<String, String> end = Map.of("mobileEnd", mobile.substring(7));

    assertThat(found(manager, Map.of("idNumberEnd", number.substring(14).toLowerCase())))
        .contains(id.toString());
    assertThat(found(manager, end)).containsExactly(id.toString());
    assertThat(found(manager, with(end, "name", "\u5f20 \u4e09\u4e30")))
        .containsExactly(id.toString());
    assertThat(found(manager, with(end, "nameCharacters", "\u5f20\u4e09")))
        .containsExactly(id.toString());
    assertThat(found(manager, with(end, "nameCharacters", "\u5f20\u4e30")))
        .containsExactly(id.toString());
    assertThat(found(manager, with(end, "nameCharacters", "\u4e09\u4e30"))).isEmpty();
    assertThat(found(manager, with(end, "name", "\u5f20\u4e09"))).isEmpty();
  }

  @Test
  void compoundSurnamesAreReadBothWays() {
    PersonFacts feng = named("\u6b27\u9633\u950b");
    CustomerId his = admit(feng);
    Map<String, String> end = Map.of("mobileEnd", feng.mobile().substring(7));

    assertThat(found(manager, with(end, "nameCharacters", "\u6b27\u9633\u950b")))
        .containsExactly(his.toString());
    assertThat(found(manager, with(end, "nameCharacters", "\u6b27\u950b")))
        .containsExactly(his.toString());
  }

  @Test
  void somebodyElsesPeopleAreNotFoundAndTakeUpNoPlace() {
    Map<String, String> end = Map.of("mobileEnd", sanFeng.mobile().substring(7));

    Response answer = search(Caller.manager("2048"), end, 20, null);

    assertThat(answer.jsonPath().getList("customers")).isEmpty();
    assertThat(answer.jsonPath().getBoolean("hasNextPage")).isFalse();
  }

  @Test
  void aSupervisorFindsThePeopleOfTheBranchAndOfNoOther() {
    PersonFacts ours = named("\u5f20\u4e00");
    PersonFacts theirs = named("\u5f20\u4e8c");
    CustomerId found = admitFor(staff("\u676d\u5dde\u5206\u516c\u53f8"), ours);
    admitFor(staff("\u5b81\u6ce2\u5206\u516c\u53f8"), theirs);
    Caller supervisor = Caller.employee("supervisor", "1007");

    assertThat(found(supervisor, Map.of("mobileEnd", ours.mobile().substring(7))))
        .containsExactly(found.toString());
    assertThat(found(supervisor, Map.of("mobileEnd", theirs.mobile().substring(7)))).isEmpty();
  }

  @Test
  void wholeControllerIsSearchedByTwoTermsAtLeast() {
    Caller compliance = Caller.employee("compliance-officer", "1001");
    Map<String, String> end = Map.of("mobileEnd", sanFeng.mobile().substring(7));

    search(compliance, end, 20, null)
        .then()
        .statusCode(400)
        .body("code", equalTo("FACTORS_TOO_FEW"));
    search(compliance, with(end, "nameCharacters", "\u5f20\u4e09"), 20, null)
        .then()
        .statusCode(200);
  }

  @Test
  void partnersAndCustomersMayNot() {
    for (Caller other : List.of(Caller.partner(), Caller.customer(id))) {
      search(other, Map.of("mobileEnd", "8000"), 20, null)
          .then()
          .statusCode(403)
          .body("code", equalTo("FORBIDDEN"));
    }
  }

  @Test
  void termsThatCannotBeReadAreRefused() {
    for (Map<String, String> terms :
        List.of(
            Map.of("mobileEnd", "800"),
            Map.of("idNumberEnd", "12345"),
            Map.of("nameCharacters", "\u5f20"),
            Map.of("nameCharacters", "Li Lei"))) {
      search(manager, terms, 20, null)
          .then()
          .statusCode(400)
          .body("code", equalTo("FACTOR_INVALID"));
    }
    search(manager, Map.of(), 20, null).then().body("code", equalTo("FACTORS_TOO_FEW"));
  }

  @Test
  void pagesFollowEachOtherByCursorsThatNobodyElseMade() {
    String surname = "\u72c4";
    Set<String> all = new TreeSet<>();
    for (int i = 0; i < 5; i++) {
      all.add(admit(named(surname + "\u4ec1\u6770")).toString());
    }
    Map<String, String> terms = Map.of("nameCharacters", surname + "\u6770");

    List<String> seen = new ArrayList<>();
    Response page = search(manager, terms, 2, null);
    String firstCursor = page.jsonPath().getString("cursors[1]");
    while (true) {
      seen.addAll(page.jsonPath().getList("customers.id"));
      if (!page.jsonPath().getBoolean("hasNextPage")) {
        break;
      }
      page = search(manager, terms, 2, page.jsonPath().getString("cursors[-1]"));
    }

    assertThat(seen).containsExactlyElementsOf(all);
    assertThat(page.asString()).doesNotContain("total");
    for (Response forged :
        List.of(
            search(manager, terms, 2, "AAAA" + firstCursor.substring(4)),
            search(Caller.manager("2048"), terms, 2, firstCursor),
            search(manager, Map.of("nameCharacters", surname + "\u4ec1"), 2, firstCursor))) {
      forged.then().statusCode(400).body("code", equalTo("CURSOR_MALFORMED"));
    }
    search(manager, terms, 21, null)
        .then()
        .statusCode(400)
        .body("code", equalTo("PAGE_SIZE_OUT_OF_RANGE"));
  }

  @Test
  void theSearchIsRecordedWithoutWhatWasSearched() {
    String end = sanFeng.mobile().substring(7);

    found(manager, Map.of("mobileEnd", end));

    List<String> searched =
        book.eventBodies().stream().filter(body -> body.contains("customer.searched")).toList();
    assertThat(searched.getLast())
        .contains("\"fields\":[\"mobile\"]", "\"count\":1", "\"purpose\":\"P-04\"")
        .doesNotContain('"' + end + '"');
    assertThat(book.events(id)).contains("record.read");
  }

  private static PersonFacts named(String name) {
    return Book.person(name, LocalDate.of(1900, 2, 27));
  }

  private CustomerId admit(PersonFacts person) {
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), person, person));
    return book.admit(person);
  }

  private static Map<String, String> with(Map<String, String> terms, String name, String value) {
    Map<String, String> more = new HashMap<>(terms);
    more.put(name, value);
    return more;
  }

  private static List<String> found(Caller caller, Map<String, String> terms) {
    Response answer = search(caller, terms, 20, null);
    answer.then().statusCode(200);
    return answer.jsonPath().getList("customers.id");
  }

  private static Response search(
      Caller caller, Map<String, String> terms, int first, @Nullable String after) {
    Map<String, Object> body = new HashMap<>();
    body.put("terms", terms);
    body.put("purpose", "P-04");
    body.put("fields", List.of("name", "mobile"));
    body.put("first", first);
    body.put("after", after);
    return caller.post("/v1/customers/search-by-terms", body);
  }

  /** A new client manager of a branch; the number. */
  private String staff(String branch) {
    String employee = Book.nextPolicyNumber().substring(6);
    database.write(
        Book.DONGHAI,
        handle ->
            handle.execute(
                "insert into staff_member (controller_id, employee_no, role, branch, recorded_at)"
                    + " values (?, ?, 'client-manager', ?, now())",
                Book.DONGHAI,
                employee,
                branch));
    return employee;
  }

  private CustomerId admitFor(String employee, PersonFacts person) {
    CustomerId admitted = book.admit(person);
    database.write(
        Book.DONGHAI,
        handle ->
            handle.execute(
                "insert into assignment (controller_id, customer_id, employee_no, assigned_at)"
                    + " values (?, ?, ?, now())",
                Book.DONGHAI,
                admitted,
                employee));
    return admitted;
  }
}
