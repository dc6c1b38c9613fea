package org.shouxin.records.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;

/** R-RC-01: what sources say differently stands side by side until it is resolved. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class ConflictTest {
  @Inject Book book;

  private final PersonFacts hanMei = Book.person("\u97e9\u6885\u6885");
  private final Caller manager = Caller.manager("1024");
  private final Caller compliance = Caller.employee("compliance-officer", "1001");
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

  private PersonFacts with(String name, String mobile) {
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
    Map<String, String> body = new java.util.HashMap<>(more);
    body.put("customerId", id.toString());
    body.put("purpose", "P-04");
    return caller.post("/v1/conflicts/" + what, body);
  }
}
