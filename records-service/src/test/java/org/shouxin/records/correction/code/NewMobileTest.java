package org.shouxin.records.correction.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.Telephones;
import org.shouxin.records.access.StaffMember;
import org.shouxin.records.access.StaffRoster;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.IndexKind;

/** R-RC-03: a new mobile number is proved by the code sent to it. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class NewMobileTest {
  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject Database database;
  @Inject StaffRoster staff;
  @Inject BlindIndexes indexes;

  private final PersonFacts liLei = Book.person("\u674e\u96f7");
  private final String mobile = Book.person("\u65b0").mobile();
  private CustomerId id;
  private Caller her;

  @BeforeEach
  void herFile() {
    new ConsentService().permits("mobile");
    id = book.admit(liLei);
    her = Caller.customer(id);
  }

  @AfterEach
  void clockBack() {
    clock.reset();
  }

  @Test
  void theRightCodePutsTheNewNumberInUseAtOnceWithoutAPlainValueAnywhere() {
    send(mobile).then().statusCode(200);
    String code = Telephones.code(mobile);

    correct(mobile, code).then().statusCode(200).body("state", equalTo("APPLIED"));

    her.read(List.of(id), "mobile").then().body("customers[0].mobile", equalTo(mobile));
    assertThat(book.events(id))
        .containsSubsequence(
            "contact.code_sent",
            "contact.verified",
            "correction.requested",
            "correction.verified",
            "record.updated");
    String updated =
        book.eventBodies().stream()
            .filter(body -> body.contains(id.toString()) && body.contains("record.updated"))
            .findFirst()
            .orElseThrow();
    assertThat(updated).contains("beforeHash", "afterHash");
    assertThat(String.join("\n", book.eventBodies())).doesNotContain(mobile, liLei.mobile());
    assertThat(storedCodes()).doesNotContain(code).doesNotContain(mobile);
  }

  @Test
  void aCodeProvesOneCorrectionAndOneNumber() {
    String other = Book.person("x").mobile();
    send(mobile);
    String code = Telephones.code(mobile);

    correct(other, code).then().statusCode(403).body("code", equalTo("CODE_EXPIRED"));
    correct(mobile, code).then().statusCode(200);
    correct(mobile, code).then().statusCode(403).body("code", equalTo("CODE_EXPIRED"));
  }

  @Test
  void afterFiveWrongTriesTheRightCodeIsNoLongerTaken() {
    send(mobile);
    String code = Telephones.code(mobile);
    String wrong = code.equals("000000") ? "000001" : "000000";

    for (int i = 0; i < 5; i++) {
      correct(mobile, wrong).then().statusCode(422).body("code", equalTo("CODE_WRONG"));
    }
    correct(mobile, code).then().statusCode(403).body("code", equalTo("CODE_EXPIRED"));
  }

  @Test
  void aCodeEndsAfterFiveMinutes() {
    send(mobile);
    String code = Telephones.code(mobile);
    clock.moveForward(Duration.ofMinutes(5));

    correct(mobile, code).then().statusCode(403).body("code", equalTo("CODE_EXPIRED"));
  }

  @Test
  void codesAreSentAtMostOnceInHalfAMinuteAndFiveTimesAnHour() {
    send(mobile).then().statusCode(200);
    send(mobile).then().statusCode(429).body("code", equalTo("RATE_LIMITED"));
    for (int i = 0; i < 4; i++) {
      clock.moveForward(Duration.ofSeconds(31));
      send(mobile).then().statusCode(200);
    }
    clock.moveForward(Duration.ofSeconds(31));
    send(mobile).then().statusCode(429);
    assertThat(Telephones.messages(mobile)).hasSize(5);

    clock.moveForward(Duration.ofHours(1));
    send(mobile).then().statusCode(200);
  }

  @Test
  void aNumberOfOurStaffIsNobodysOwn() {
    byte[] index = indexes.of(Book.DONGHAI).of(IndexKind.MOBILE, mobile);
    database.write(
        Book.DONGHAI,
        handle -> {
          staff.admit(
              handle,
              Book.DONGHAI,
              List.of(new StaffMember("7007", "client-manager", "\u676d\u5dde", null, index)));
          return 1;
        });

    send(mobile).then().statusCode(422).body("errors[0].code", equalTo("PHONE_IS_STAFF"));
    assertThat(Telephones.messages(mobile)).isEmpty();
  }

  @Test
  void withoutACodeASecondPersonDecides() {
    correct(mobile, null).then().statusCode(200).body("state", equalTo("PROPOSED"));
  }

  private String storedCodes() {
    return database.read(
        Book.DONGHAI,
        handle ->
            String.join(
                "\n",
                handle
                    .createQuery("select one_time_code::text from one_time_code")
                    .mapTo(String.class)
                    .list()));
  }

  private Response send(String number) {
    return her.post("/v1/corrections/codes", Map.of("mobile", number));
  }

  private Response correct(String number, String code) {
    Map<String, String> body = new java.util.HashMap<>();
    body.put("customerId", id.toString());
    body.put("field", "mobile");
    body.put("value", number);
    body.put("code", code);
    return her.post("/v1/corrections", body);
  }
}
