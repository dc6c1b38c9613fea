package org.shouxin.records.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
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
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.customer.PolicyFile;

/** R-RC-01: what sources say differently stands side by side until it is resolved. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class ConflictTest {
  @Inject Book book;
  @Inject Database database;

  private final PersonFacts hanMei = Book.person("\u97e9\u6885\u6885");
  private final Caller manager = Caller.manager("1024");
  private final Caller compliance = Caller.employee("compliance-officer", "1001");
  private final String employee = Book.nextPolicyNumber().substring(6);
  private CustomerId id;

  @BeforeEach
  void herFile() {
    new ConsentService().permitsAssigned("name", "mobile");
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), hanMei, hanMei));
    id = book.admit(with("\u674e\u6885", hanMei.mobile()));
  }

  @Test
  void nameIsSettledWhenTwoPeopleChooseTheSame() {
    JsonPath listed = list(manager).jsonPath();
    assertThat(listed.getList("conflicts.field")).containsExactly("name");
    assertThat(listed.getList("conflicts[0].values.value")).containsExactly("\u97e9**", "\u674e*");
    String other = listed.getString("conflicts[0].values[1].statementId");

    assertThat(choose(manager, "name", other)).isEqualTo("CHOSEN");
    assertThat(choose(manager, "name", other)).isEqualTo("CHOSEN");
    assertThat(choose(compliance, "name", other)).isEqualTo("RESOLVED");

    assertThat(list(manager).jsonPath().getList("conflicts")).isEmpty();
    assertThat(manager.read(List.of(id), "name").jsonPath().getList("customers.name"))
        .containsExactly("\u674e*");
    assertThat(book.events(id))
        .containsSubsequence(
            "record.read", "conflict.chosen", "conflict.chosen", "conflict.resolved");
  }

  @Test
  void whatIsSaidDifferentlyAfterwardsIsANewConflict() {
    String other = list(manager).jsonPath().getString("conflicts[0].values[1].statementId");
    choose(manager, "name", other);
    choose(compliance, "name", other);

    book.admit(with("\u738b\u6885", hanMei.mobile()));

    assertThat(list(manager).jsonPath().getList("conflicts[0].values.value"))
        .containsExactly("\u674e*", "\u738b*");
  }

  @Test
  void newerMobileIsHistoryAndNoConflict() {
    book.admit(with("\u674e\u6885", "13900139999"));

    assertThat(list(manager).jsonPath().getList("conflicts.field")).containsExactly("name");
  }

  @Test
  void statementOfNoConflictAndSomebodyElsesCustomerAreRefused() {
    post(manager, "choice", Map.of("field", "name", "statementId", Ids.random().toString()))
        .then()
        .statusCode(409)
        .body("code", equalTo("CONFLICT"));
    post(manager, "choice", Map.of("field", "mobile", "statementId", Ids.random().toString()))
        .then()
        .statusCode(409);
    list(Caller.manager("2048")).then().statusCode(404).body("code", equalTo("CUSTOMER_NOT_FOUND"));
    list(Caller.partner()).then().statusCode(403);
    list(Caller.customer(id)).then().statusCode(403);
  }

  @Test
  void whoeverDecidesSeesOwnPeopleInAConflictSideBySidePageByPage() {
    Caller own = Caller.manager(employee);
    List<String> people = List.of(inConflict(), inConflict(), inConflict());
    book.admit(Book.DONGHAI, policyOf(employee, Book.person("\u5f20\u4e09")));

    JsonPath first = worklist(own, 2, null).then().statusCode(200).extract().jsonPath();
    JsonPath second = worklist(own, 2, first.getString("endCursor")).jsonPath();

    assertThat(first.getBoolean("hasNextPage")).isTrue();
    assertThat(first.getList("people")).hasSize(2);
    assertThat(second.getBoolean("hasNextPage")).isFalse();
    assertThat(second.getString("endCursor")).isNull();
    assertThat(
            Stream.concat(
                first.<String>getList("people.customerId").stream(),
                second.<String>getList("people.customerId").stream()))
        .containsExactlyInAnyOrderElementsOf(people);
    assertThat(first.getList("people[0].conflicts.field")).containsExactly("name");
    assertThat(first.getList("people[0].conflicts[0].values.value"))
        .containsExactly("\u97e9**", "\u674e*");
    assertThat(first.getList("people[0].conflicts[0].values.source"))
        .containsExactly("import:test", "import:test");
    assertThat(first.getList("people[0].conflicts[0].values.recordedAt")).hasSize(2);
    assertThat(book.events(CustomerId.parse(first.getString("people[0].customerId"))))
        .contains("record.read");

    id = CustomerId.parse(people.getFirst());
    String other = list(own).jsonPath().getString("conflicts[0].values[1].statementId");
    choose(own, "name", other);
    choose(compliance, "name", other);
    assertThat(worklist(own, 20, null).jsonPath().<String>getList("people.customerId"))
        .containsExactlyInAnyOrder(people.get(1), people.get(2));
  }

  @Test
  void theWorklistShowsNobodyElsesPeopleAndNobodyWhomTheDecisionRefuses() {
    String hers = inConflict();
    worklist(Caller.manager(Book.nextPolicyNumber().substring(6)), 20, null)
        .then()
        .statusCode(200)
        .body("people", hasSize(0))
        .body("hasNextPage", equalTo(false));
    worklist(Caller.partner(), 20, null).then().statusCode(403);
    worklist(Caller.customer(id), 20, null).then().statusCode(403);
    Caller own = Caller.manager(employee);
    worklist(own, 21, null).then().statusCode(400).body("code", equalTo("PAGE_SIZE_OUT_OF_RANGE"));
    worklist(own, 20, "x").then().statusCode(400).body("code", equalTo("CURSOR_MALFORMED"));
    own.post("/v1/conflicts/worklist", Map.of())
        .then()
        .statusCode(400)
        .body("code", equalTo("PURPOSE_REQUIRED"));

    new ConsentService().refuses("NOT_ASSIGNED");
    assertThat(worklist(own, 20, null).jsonPath().getList("people")).isEmpty();
    assertThat(book.events(CustomerId.parse(hers))).contains("access.denied");
  }

  @Test
  void ofTwoWhoSettleInTheSameMomentOneDoesAndTheOtherIsToldThatItIsOver() throws Exception {
    String other = list(manager).jsonPath().getString("conflicts[0].values[1].statementId");
    choose(manager, "name", other);
    Caller second = Caller.employee("compliance-officer", "1002");
    List<Integer> answers;
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> both =
          database.write(
              Book.DONGHAI,
              handle -> {
                handle.execute("select 1 from customer where id = ? for update", id.value());
                List<Future<Integer>> started =
                    Stream.of(compliance, second)
                        .map(caller -> two.submit(() -> answer(caller, other)))
                        .toList();
                waitUntilBothWait(handle);
                return started;
              });
      answers = List.of(both.get(0).get(), both.get(1).get());
    }
    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    assertThat(book.events(id)).containsOnlyOnce("conflict.resolved");
  }

  private int answer(Caller caller, String statement) {
    return post(caller, "choice", Map.of("field", "name", "statementId", statement)).statusCode();
  }

  private static void waitUntilBothWait(Handle handle) {
    int waiting = 0;
    for (int tries = 0; tries < 1000 && waiting < 2; tries++) {
      waiting =
          handle
              .createQuery("select count(*) from pg_locks, pg_sleep(0.02) where not granted")
              .mapTo(Integer.class)
              .one();
    }
    assertThat(waiting).isEqualTo(2);
  }

  /** Another person of the employee's whom two files name differently; her id. */
  private String inConflict() {
    PersonFacts person = Book.person("\u97e9\u6885\u6885");
    book.admit(Book.DONGHAI, policyOf(employee, person));
    return book.admit(named(person, "\u674e\u6885", person.mobile())).toString();
  }

  private static PolicyFile policyOf(String employee, PersonFacts person) {
    PolicyFile policy = Book.policy(Book.nextPolicyNumber(), person, person);
    return new PolicyFile(
        policy.applicationNumber(),
        policy.policyNumber(),
        policy.insurer(),
        policy.product(),
        policy.startOn(),
        policy.endOn(),
        policy.sumInsured(),
        policy.premium(),
        person,
        person,
        null,
        List.of(),
        null,
        null,
        employee,
        1);
  }

  private static Response worklist(Caller caller, int first, String after) {
    Map<String, Object> body = new HashMap<>();
    body.put("purpose", "P-04");
    body.put("first", first);
    body.put("after", after);
    return caller.post("/v1/conflicts/worklist", body);
  }

  private PersonFacts with(String name, String mobile) {
    return named(hanMei, name, mobile);
  }

  private static PersonFacts named(PersonFacts hanMei, String name, String mobile) {
    return new PersonFacts(
        name,
        hanMei.gender(),
        hanMei.birthDate(),
        hanMei.idType(),
        hanMei.idNumber(),
        hanMei.idValidUntil(),
        mobile,
        hanMei.email(),
        hanMei.address(),
        null,
        null);
  }

  private Response list(Caller caller) {
    return post(caller, "list", Map.of());
  }

  private String choose(Caller caller, String field, String statement) {
    return post(caller, "choice", Map.of("field", field, "statementId", statement))
        .jsonPath()
        .getString("state");
  }

  private Response post(Caller caller, String what, Map<String, String> more) {
    Map<String, String> body = new HashMap<>(more);
    body.put("customerId", id.toString());
    body.put("purpose", "P-04");
    return caller.post("/v1/conflicts/" + what, body);
  }
}
