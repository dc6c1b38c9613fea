package org.shouxin.records.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;

@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class CustomerSearchTest {
  @Inject Book book;

  private final PersonFacts hanMei = Book.person("\u97e9\u6885\u6885");
  private final String policyNumber = Book.nextPolicyNumber();
  private ConsentService consent;
  private CustomerId id;

  @BeforeEach
  void herFile() {
    consent = new ConsentService();
    consent.permits("name");
    book.admit(Book.DONGHAI, Book.policy(policyNumber, hanMei, hanMei));
    id = book.admit(hanMei);
  }

  @Test
  void twoFactorsOfOnePersonFindHerHoweverTheyAreTyped() {
    finds(Map.of("name", hanMei.name(), "idNumber", hanMei.idNumber()));
    finds(Map.of("name", " \u97e9 \u6885\u6885", "mobile", "+86 " + hanMei.mobile()));
    finds(Map.of("mobile", hanMei.mobile(), "policyNumber", policyNumber));
    finds(
        Map.of(
            "name",
            hanMei.name(),
            "idNumber",
            hanMei.idNumber().substring(0, 6) + " " + hanMei.idNumber().substring(6),
            "mobile",
            hanMei.mobile(),
            "policyNumber",
            policyNumber));
  }

  @Test
  void factorsOfTwoDifferentPeopleFindNobody() {
    PersonFacts liLei = Book.person("\u674e\u96f7");
    book.admit(liLei);

    findsNobody(Map.of("name", liLei.name(), "idNumber", hanMei.idNumber()));
    findsNobody(Map.of("mobile", liLei.mobile(), "idNumber", hanMei.idNumber()));
    findsNobody(Map.of("mobile", liLei.mobile(), "policyNumber", policyNumber));
  }

  @Test
  void fewerThanTwoKindsOfFactorsAreRefused() {
    for (Map<String, String> factors :
        List.of(
            Map.of("idNumber", hanMei.idNumber()), Map.of("name", hanMei.name(), "mobile", " "))) {
      Caller.partner()
          .search(factors, "name")
          .then()
          .statusCode(400)
          .body("code", equalTo("FACTORS_TOO_FEW"));
    }
  }

  @Test
  void aReplacedMobileNoLongerFindsHer() {
    PersonFacts moved =
        new PersonFacts(
            hanMei.name(),
            "F",
            hanMei.birthDate(),
            "RIC",
            hanMei.idNumber(),
            null,
            Book.person("x").mobile(),
            null,
            null,
            null,
            null);
    book.admit(moved);

    findsNobody(Map.of("name", hanMei.name(), "mobile", hanMei.mobile()));
    finds(Map.of("name", hanMei.name(), "mobile", moved.mobile()));
  }

  @Test
  void twoPeopleWhomAllFactorsFitAreNobody() {
    PersonFacts twin =
        new PersonFacts(
            hanMei.name(),
            "F",
            hanMei.birthDate(),
            "RIC",
            Book.person("x").idNumber(),
            null,
            hanMei.mobile(),
            null,
            null,
            null,
            null);
    book.admit(twin);

    findsNobody(Map.of("name", hanMei.name(), "mobile", hanMei.mobile()));
  }

  @Test
  void aSearchThatFindsNobodyAsksOneDecisionAndLeavesAsManyEventsAsARefusal() {
    consent.refuses("NO_CONSENT");
    List<String> before = book.eventsBy("partner-haiyun");
    String refused = search(Map.of("name", hanMei.name(), "idNumber", hanMei.idNumber()));
    List<String> afterRefusal = book.eventsBy("partner-haiyun");
    String nobody = search(Map.of("name", "\u8d3e\u8bda", "idNumber", hanMei.idNumber()));

    assertThat(nobody).isEqualTo(refused);
    List<String> ofRefusal = afterRefusal.subList(before.size(), afterRefusal.size());
    List<String> all = book.eventsBy("partner-haiyun");
    assertThat(all.subList(afterRefusal.size(), all.size())).isEqualTo(ofRefusal).hasSize(2);
    assertThat(consent.questions()).hasSize(2);
  }

  private String search(Map<String, String> factors) {
    return Caller.partner().search(factors, "name").then().statusCode(200).extract().asString();
  }

  private void finds(Map<String, String> factors) {
    Caller.partner()
        .search(factors, "name")
        .then()
        .statusCode(200)
        .body("customers.id", contains(id.toString()));
  }

  private static void findsNobody(Map<String, String> factors) {
    Caller.partner().search(factors, "name").then().statusCode(200).body("customers", empty());
  }
}
