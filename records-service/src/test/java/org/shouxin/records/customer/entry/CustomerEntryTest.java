package org.shouxin.records.customer.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.shouxin.records.access.StaffMember;
import org.shouxin.records.access.StaffRoster;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.IndexKind;

@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class CustomerEntryTest {
  @Inject Book book;
  @Inject Database database;
  @Inject StaffRoster roster;
  @Inject BlindIndexes indexes;

  private final PersonFacts hanMei = Book.person("\u97e9\u6885");
  private final String reference = Ids.random().toString();
  private ConsentService consent;

  @BeforeEach
  void sheWasInformed() {
    consent = new ConsentService();
    consent.hasShownTheNoticeTo(reference, "APPLICANT");
  }

  @Test
  void somebodyNewIsNotEnteredBeforeSheWasShownTheNotice() {
    Map<String, String> unasked = good();
    unasked.remove("customerId");
    Map<String, String> another = good();
    another.put("customerId", Ids.random().toString());

    for (Map<String, String> person : List.of(unasked, another)) {
      enter(Caller.manager("6001"), person)
          .then()
          .statusCode(409)
          .body("code", equalTo("NOTICE_NOT_PRESENTED"));
    }
    enter(Caller.manager("6001"), good()).then().statusCode(201).body("id", equalTo(reference));
  }

  @Test
  void ofAChildTheGuardianIsShownTheNoticeForGuardians() {
    PersonFacts child = Book.person("\u97e9\u5c0f\u6885", LocalDate.now().minusYears(8));
    Map<String, String> entry = good();
    entry.put("idNumber", child.idNumber());
    entry.put("birthDate", child.birthDate().toString());

    enter(Caller.manager("6001"), entry)
        .then()
        .statusCode(409)
        .body("code", equalTo("NOTICE_NOT_PRESENTED"));
    consent.hasShownTheNoticeTo(reference, "GUARDIAN");
    enter(Caller.manager("6001"), entry).then().statusCode(201).body("id", equalTo(reference));
  }

  @Test
  void theIdOfAnothersRecordIsNoReference() {
    CustomerId another = book.admit(Book.person("\u674e\u96f7"));
    consent.hasShownTheNoticeTo(another.toString(), "APPLICANT");
    Map<String, String> entry = good();
    entry.put("customerId", another.toString());

    enter(Caller.manager("6001"), entry).then().statusCode(409).body("code", equalTo("CONFLICT"));
  }

  @Test
  void anEnteredCustomerIsTheManagersOwnAndIsRecognisedWhenEnteredAgain() {
    String id =
        enter(Caller.manager("6001"), good())
            .then()
            .statusCode(201)
            .body("created", equalTo(true))
            .extract()
            .path("id");

    enter(Caller.manager("6002"), good())
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("created", equalTo(false));
    consent.permitsAssigned("name");
    List<CustomerId> ids = List.of(CustomerId.parse(id));
    Caller.manager("6001").read(ids, "name").then().body("customers.id", contains(id));
    Caller.manager("6002")
        .read(ids, "name")
        .then()
        .body("customers", org.hamcrest.Matchers.empty());
    assertThat(book.events(CustomerId.parse(id))).startsWith("customer.created");
  }

  @Test
  void everyFaultOfEveryFieldIsReportedAndNoValueEchoed() {
    Map<String, String> bad = good();
    bad.put("gender", "M");
    bad.put("birthDate", "1900-02-27");
    bad.put("mobile", "12800138000");
    bad.put("email", "nobody");

    String answer =
        enter(Caller.manager("6001"), bad)
            .then()
            .statusCode(422)
            .body("code", equalTo("VALUE_INVALID"))
            .body(
                "errors.code",
                hasItems("ID_GENDER_MISMATCH", "ID_DOB_MISMATCH", "MOBILE_FORMAT", "EMAIL_FORMAT"))
            .extract()
            .asString();

    assertThat(answer).doesNotContain(hanMei.idNumber(), "12800138000", "nobody");
    assertThat(book.eventBodies().getLast()).contains("customer.create.rejected");
  }

  @Test
  void aWrongCheckDigitIsNamed() {
    Map<String, String> bad = good();
    String number = hanMei.idNumber();
    char last = number.charAt(17);
    bad.put("idNumber", number.substring(0, 17) + (last == '1' ? '2' : '1'));

    enter(Caller.manager("6001"), bad)
        .then()
        .statusCode(422)
        .body("errors.field", contains("idNumber"))
        .body("errors.code", contains("ID_CHECKSUM"));
  }

  @Test
  void anEmployeesPhoneIsNoCustomersPhone() {
    byte[] index = indexes.of(Book.DONGHAI).of(IndexKind.MOBILE, hanMei.mobile());
    database.write(
        Book.DONGHAI,
        handle -> {
          roster.admit(
              handle,
              Book.DONGHAI,
              List.of(new StaffMember("6003", "client-manager", null, null, index)));
          return 0;
        });

    enter(Caller.manager("6001"), good())
        .then()
        .statusCode(422)
        .body("errors.code", contains("PHONE_IS_STAFF"));
  }

  private Map<String, String> good() {
    return new HashMap<>(
        Map.of(
            "customerId",
            reference,
            "name",
            hanMei.name(),
            "gender",
            "F",
            "birthDate",
            "1900-02-28",
            "idType",
            "RIC",
            "idNumber",
            hanMei.idNumber(),
            "mobile",
            hanMei.mobile()));
  }

  private static Response enter(Caller caller, Map<String, String> person) {
    return caller.post("/v1/customers", person);
  }
}
