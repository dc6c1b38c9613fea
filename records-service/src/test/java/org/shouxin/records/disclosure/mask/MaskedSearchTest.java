package org.shouxin.records.disclosure.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;

/** DR-07: search by a masked value is impossible. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class MaskedSearchTest {
  @Inject Book book;

  @Test
  void whatAPartnerIsShownFindsNobody() {
    new ConsentService().permits("name", "mobile", "idNumber");
    PersonFacts liLei = Book.person("\u674e\u96f7");
    CustomerId id = book.admit(liLei);
    Response shown = Caller.partner().read(List.of(id), "name", "mobile", "idNumber");
    String name = shown.path("customers[0].name");
    String mobile = shown.path("customers[0].mobile");
    String number = shown.path("customers[0].idNumber");
    assertThat(name + mobile + number).contains("*");

    assertThat(found(Map.of("name", name, "mobile", mobile))).isFalse();
    assertThat(found(Map.of("name", liLei.name(), "mobile", mobile))).isFalse();
    assertThat(found(Map.of("name", name, "idNumber", liLei.idNumber()))).isFalse();
    assertThat(found(Map.of("name", liLei.name(), "idNumber", number))).isFalse();
    assertThat(found(Map.of("name", liLei.name(), "mobile", liLei.mobile()))).isTrue();
  }

  private static boolean found(Map<String, String> factors) {
    Response answer = Caller.partner().search(factors, "name");
    return answer.statusCode() == 200 && !answer.<List<?>>path("customers").isEmpty();
  }
}
