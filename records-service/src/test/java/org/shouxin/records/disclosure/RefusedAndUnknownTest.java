package org.shouxin.records.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
import org.shouxin.records.vault.KeyStoreProbe;
import org.shouxin.testing.Statements;

/**
 * Promise 2 in work done: an unknown person, one who refused and one of another controller take the
 * same calls and the same statements, and are the same bytes (issue 7.2).
 */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class RefusedAndUnknownTest {
  private static final String[] FIELDS = {"name", "idNumber", "birthDate", "mobile", "policies"};

  @Inject Book book;
  @Inject Database records;
  @Inject KeyStoreProbe keys;

  private final PersonFacts refused = Book.person("\u97e9\u6885");
  private final PersonFacts foreign = Book.person("\u674e\u96f7");
  private final PersonFacts unknown = Book.person("\u738b\u82b3");
  private ConsentService consent;
  private CustomerId refusedId;
  private CustomerId foreignId;
  private Statements statements;

  /** What an answer was and what it cost. */
  private record Work(String body, Map<String, Long> statements, int calls) {}

  @BeforeEach
  void people() {
    consent = new ConsentService();
    consent.refuses("NO_CONSENT");
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), refused, refused));
    refusedId = book.admit(refused);
    foreignId = book.admit(Book.XINGHE, foreign);
    statements = Statements.of(records, keys.database());
  }

  @Test
  void anUnknownPersonCostsWhatARefusedOneCosts() {
    Work nobody = work(() -> read(new CustomerId(Ids.random())));
    assertThat(nobody.statements().keySet())
        .anyMatch(sql -> sql.contains("from customer"))
        .anyMatch(sql -> sql.contains("data_key"));
    assertThat(nobody.calls()).isEqualTo(1);
    assertThat(work(() -> read(refusedId))).isEqualTo(nobody);
    assertThat(work(() -> read(foreignId))).isEqualTo(nobody);
  }

  @Test
  void whoIsSearchedByFactorsCostsTheSameWhoeverThereIs() {
    Work nobody = work(() -> search(unknown));
    assertThat(nobody.statements()).isNotEmpty();
    assertThat(work(() -> search(refused))).isEqualTo(nobody);
    assertThat(work(() -> search(foreign))).isEqualTo(nobody);
  }

  /** The measure sees a difference where there is one. */
  @Test
  void anAnswerAboutTwoPeopleCostsMoreCalls() {
    consent.permits(FIELDS);
    Work shown = work(() -> read(refusedId));
    consent.refuses("NO_CONSENT");
    assertThat(work(() -> read(refusedId)).body()).isNotEqualTo(shown.body());
    int once = work(() -> read(refusedId)).calls();
    assertThat(
            work(
                    () -> {
                      read(refusedId);
                      return read(refusedId);
                    })
                .calls())
        .isEqualTo(2 * once);
  }

  private Work work(Supplier<Response> asked) {
    String body = asked.get().asString();
    Map<String, Long> run = statements.of(() -> asked.get().then().statusCode(200));
    int before = consent.questions().size();
    asked.get().then().statusCode(200);
    return new Work(body, run, consent.questions().size() - before);
  }

  private static Response read(CustomerId id) {
    return Caller.partner().read(List.of(id), FIELDS);
  }

  private static Response search(PersonFacts person) {
    return Caller.partner()
        .search(Map.of("name", person.name(), "idNumber", person.idNumber()), FIELDS);
  }
}
