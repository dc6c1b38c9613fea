package org.shouxin.records.disclosure.unmask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.customer.PolicyFile;
import org.shouxin.testing.TestTokens;

@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class UnmaskGrantTest {
  private static final String REASON = "call back about renewal";
  private static final String HEALTH = "\u9ad8\u8840\u538b\u53f2";

  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject UnmaskExpiry expiry;

  private final PersonFacts hanMei = Book.person("\u97e9\u6885\u6885");
  private final Caller wang = Caller.manager("1024");
  private final Caller sun = Caller.employee("supervisor", "1000");
  private ConsentService consent;
  private CustomerId id;

  @BeforeEach
  void herFile() {
    consent = new ConsentService();
    consent.permitsAssigned("name", "mobile", "idNumber");
    PolicyFile plain = Book.policy(Book.nextPolicyNumber(), hanMei, hanMei);
    book.admit(
        Book.DONGHAI,
        new PolicyFile(
            plain.applicationNumber(),
            plain.policyNumber(),
            plain.insurer(),
            plain.product(),
            plain.startOn(),
            plain.endOn(),
            plain.sumInsured(),
            plain.premium(),
            hanMei,
            hanMei,
            null,
            List.of(),
            "6222020000000007",
            HEALTH,
            "1024",
            1));
    id = book.admit(hanMei);
  }

  @AfterEach
  void clockBack() {
    clock.reset();
  }

  @Test
  void aManagerSeesOneFieldOfOneCustomerForFifteenMinutesAndEachUseIsRecorded() {
    String grant =
        ask(wang, id, "mobile", REASON)
            .then()
            .statusCode(200)
            .body("state", equalTo("GRANTED"))
            .body("value", equalTo(hanMei.mobile()))
            .extract()
            .path("id");
    clock.moveForward(Duration.ofMinutes(14));
    use(wang, grant).then().statusCode(200).body("value", equalTo(hanMei.mobile()));
    ask(wang, id, "mobile", REASON).then().body("id", equalTo(grant));
    clock.moveForward(Duration.ofMinutes(2));
    use(wang, grant)
        .then()
        .statusCode(403)
        .body("code", equalTo("GRANT_EXPIRED"))
        .body("value", nullValue());
    expiry.recordEnded();
    expiry.recordEnded();

    assertThat(book.events(id))
        .containsExactly(
            "customer.created",
            "unmask.requested",
            "unmask.granted",
            "record.read",
            "record.read",
            "record.read",
            "unmask.expired");
    assertThat(String.join("\n", book.eventBodies())).doesNotContain(REASON, hanMei.mobile());
  }

  @Test
  void aGrantIsForItsRequesterOnly() {
    String grant = ask(wang, id, "mobile", REASON).path("id");

    use(sun, grant).then().statusCode(404).body("code", equalTo("GRANT_NOT_FOUND"));
    use(wang, Ids.next().toString()).then().statusCode(404);
  }

  @Test
  void healthNeedsASecondPersonWhoIsNotTheRequester() {
    String grant =
        ask(wang, id, "healthNote", REASON)
            .then()
            .statusCode(200)
            .body("state", equalTo("REQUESTED"))
            .body("value", nullValue())
            .extract()
            .path("id");
    use(wang, grant).then().statusCode(403).body("code", equalTo("APPROVAL_REQUIRED"));
    approve(wang, grant).then().statusCode(403).body("code", equalTo("FORBIDDEN"));

    approve(sun, grant)
        .then()
        .statusCode(200)
        .body("state", equalTo("GRANTED"))
        .body("value", nullValue());

    use(wang, grant).then().statusCode(200).body("value", equalTo(HEALTH));
    approve(sun, grant).then().statusCode(409).body("code", equalTo("GRANT_STATE_CONFLICT"));
  }

  @Test
  void breakGlassStandsForTheAssignmentAndNeverForTheSecondPerson() {
    new ConsentService().permitsStaff("name", "mobile");
    Caller stranger = Caller.manager("acc-" + Ids.random().toString().substring(0, 8));
    ask(stranger, id, "mobile", REASON).then().statusCode(404);
    stranger
        .post(
            "/v1/access-requests/break-glass",
            Map.of(
                "customerIds",
                List.of(id.toString()),
                "fields",
                List.of("mobile", "healthNote"),
                "purpose",
                "P-04",
                "reason",
                REASON,
                "minutes",
                60))
        .then()
        .statusCode(200);
    ask(stranger, id, "mobile", REASON).then().body("state", equalTo("GRANTED"));
    ask(stranger, id, "healthNote", REASON)
        .then()
        .statusCode(200)
        .body("state", equalTo("REQUESTED"))
        .body("value", nullValue());
  }

  @Test
  void aSupervisorOfAnotherBranchDoesNotEvenLearnThatARequestWaits() {
    String grant = ask(wang, id, "healthNote", REASON).path("id");
    Caller elsewhere =
        new Caller(TestTokens.employee("ctl-donghai", "supervisor", "1077", "\u82cf\u5dde"));
    approve(elsewhere, grant).then().statusCode(404).body("code", equalTo("GRANT_NOT_FOUND"));
    approve(sun, grant).then().statusCode(200);
  }

  @Test
  void nobodyApprovesAnOwnRequestNorALapsedOne() {
    Caller deng = Caller.employee("compliance-officer", "1001");
    String own = ask(deng, id, "healthNote", REASON).path("id");
    approve(deng, own).then().statusCode(422).body("code", equalTo("SELF_APPROVAL"));

    clock.moveForward(Duration.ofHours(25));
    approve(sun, own).then().statusCode(409).body("code", equalTo("GRANT_STATE_CONFLICT"));
  }

  @Test
  void aChildsFieldWaitsForASecondPersonWhateverTheField() {
    PersonFacts child = Book.person("\u97e9\u96ea", LocalDate.now().minusYears(9));
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), hanMei, child));

    ask(wang, book.admit(child), "mobile", REASON)
        .then()
        .statusCode(200)
        .body("state", equalTo("REQUESTED"));
    assertThat(consent.questions().getLast()).contains("\"minor\":true", "\"approved\":true");
  }

  @Test
  void someoneElsesCustomerAnUnknownOneAndAFieldOutsideThePurposeLookTheSame() {
    Caller other = Caller.manager("1038");
    CustomerId unknown = new CustomerId(Ids.random());

    assertThat(notFound(other, id, "mobile"))
        .isEqualTo(notFound(wang, unknown, "mobile"))
        .isEqualTo(notFound(wang, id, "address"));
    assertThat(book.events(id))
        .containsExactly("customer.created", "access.denied", "access.denied");
  }

  @Test
  void aBankAccountIsShownUnderAGrantToComplianceOnly() {
    Caller deng = Caller.employee("compliance-officer", "1001");
    ask(deng, id, "bankAccount", REASON).then().body("value", equalTo("6222020000000007"));
    ask(wang, id, "bankAccount", REASON)
        .then()
        .statusCode(403)
        .body("code", equalTo("FIELD_NOT_PERMITTED"));
  }

  @Test
  void aShortReasonAMissingPurposeAndAnUnknownFieldAreRefused() {
    ask(wang, id, "mobile", "  because  ")
        .then()
        .statusCode(422)
        .body("code", equalTo("REASON_TOO_SHORT"));
    ask(wang, id, "shoeSize", REASON).then().statusCode(400).body("code", equalTo("FIELD_UNKNOWN"));
    wang.post(
            "/v1/unmask-grants",
            Map.of("customerId", id.toString(), "field", "mobile", "reason", REASON))
        .then()
        .statusCode(400)
        .body("code", equalTo("PURPOSE_REQUIRED"));
    ask(Caller.partner(), id, "mobile", REASON).then().statusCode(403);
  }

  private static String notFound(Caller caller, CustomerId customer, String field) {
    return ask(caller, customer, field, REASON)
        .then()
        .statusCode(404)
        .body("code", equalTo("CUSTOMER_NOT_FOUND"))
        .extract()
        .asString();
  }

  private static Response ask(Caller caller, CustomerId customer, String field, String reason) {
    return caller.post(
        "/v1/unmask-grants",
        Map.of(
            "customerId",
            customer.toString(),
            "field",
            field,
            "purpose",
            "P-04",
            "reason",
            reason));
  }

  private static Response use(Caller caller, String grant) {
    return caller.post("/v1/unmask-grants/" + grant + "/value", Map.of());
  }

  private static Response approve(Caller caller, String grant) {
    return caller.post("/v1/unmask-grants/" + grant + "/approval", Map.of());
  }
}
