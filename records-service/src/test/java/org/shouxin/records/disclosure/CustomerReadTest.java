package org.shouxin.records.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.vault.Vault;

@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class CustomerReadTest {
  private static final String[] ALL = {
    "name", "idType", "idNumber", "gender", "birthDate", "mobile", "email", "address", "policies"
  };

  @Inject Book book;
  @Inject Vault vault;
  @Inject ObjectMapper json;

  private final PersonFacts hanMei = Book.person("\u97e9\u6885\u6885");
  private ConsentService consent;
  private CustomerId id;
  private String policyNumber;

  @BeforeEach
  void herFile() {
    consent = new ConsentService();
    policyNumber = Book.nextPolicyNumber();
    book.admit(Book.DONGHAI, Book.policy(policyNumber, hanMei, hanMei));
    id = book.admit(hanMei);
  }

  @Test
  void aPartnerWithConsentSeesTheRecordMaskedAtPartnerLevel() {
    consent.permits(ALL);

    Caller.partner()
        .read(List.of(id), ALL)
        .then()
        .statusCode(200)
        .body("decisionId", equalTo(ConsentService.DECISION_ID))
        .body("customers[0].id", equalTo(id.toString()))
        .body("customers[0].name", equalTo("\u97e9*"))
        .body("customers[0].idType", equalTo("RIC"))
        .body("customers[0].idNumber", equalTo("3****************" + last(hanMei.idNumber(), 1)))
        .body("customers[0].gender", equalTo("F"))
        .body("customers[0].mobile", equalTo("*******" + last(hanMei.mobile(), 4)))
        .body("customers[0].email", equalTo("***@example.com"))
        .body("customers[0].address", equalTo("\u4e0a\u6d77\u5e02****"))
        .body("customers[0].policies[0].number", equalTo("****" + last(policyNumber, 4)))
        .body("customers[0].policies[0].insurer", equalTo("\u5e73\u548c\u4eba\u5bff"))
        .body("customers[0].policies[0].role", equalTo("APPLICANT,INSURED"))
        .body("customers[0].withheld", empty())
        .body("customers[0].decision.permitted", equalTo(true))
        .body(
            "customers[0].decision.consentRecordId",
            equalTo("01a3c1f0-0000-7000-8000-00000000000c"));
    assertThat(book.events(id))
        .containsExactly("customer.created", "policy.decision.permit", "data.provided");
  }

  @Test
  void aSuspendedPartnerIsToldSoOnTheNextQueryWhoeverItAsksAboutAndItsTryIsLogged() {
    consent.refusesThePartner("PARTNER_SUSPENDED");

    for (CustomerId asked : List.of(id, new CustomerId(Ids.random()))) {
      Caller.partner()
          .read(List.of(asked), ALL)
          .then()
          .statusCode(403)
          .body("code", equalTo("PARTNER_SUSPENDED"));
    }
    consent.refusesThePartner("RECIPIENT_INACTIVE");
    Caller.partner()
        .read(List.of(id), ALL)
        .then()
        .statusCode(403)
        .body("code", equalTo("RECIPIENT_INACTIVE"));
    assertThat(book.events(id))
        .containsExactly("customer.created", "policy.decision.deny", "policy.decision.deny");
  }

  @Test
  void forAPartnerTheServiceSaysWhoItIsAndForOthersItDoesNot() {
    consent.permits(ALL);

    Caller.partner().read(List.of(id), ALL);
    Caller.manager("1024").read(List.of(id), ALL);

    assertThat(consent.serviceTokens()).containsExactly("own", "");
  }

  @Test
  void aClientManagerSeesTheWorkingLevelAndOwnCustomersPoliciesInFull() {
    consent.permitsAssigned(ALL);

    Caller.manager("1024")
        .read(List.of(id), ALL)
        .then()
        .statusCode(200)
        .body("customers[0].name", equalTo("\u97e9**"))
        .body("customers[0].idNumber", equalTo("310***********" + last(hanMei.idNumber(), 4)))
        .body("customers[0].birthDate", equalTo("1900-**-**"))
        .body("customers[0].mobile", equalTo("138****" + last(hanMei.mobile(), 4)))
        .body("customers[0].policies[0].number", equalTo(policyNumber))
        .body("customers[0].policies[0].premium", equalTo("14376.00"));
    Caller.manager("1038").read(List.of(id), ALL).then().statusCode(200).body("customers", empty());
    assertThat(book.events(id)).containsExactly("customer.created", "record.read", "access.denied");
  }

  @Test
  void theCustomerSeesHerOwnRecordInFullButHerNumberMasked() {
    consent.permits(ALL);

    Caller.customer(id)
        .read(List.of(id), ALL)
        .then()
        .statusCode(200)
        .body("customers[0].name", equalTo(hanMei.name()))
        .body("customers[0].birthDate", equalTo("1900-02-28"))
        .body("customers[0].mobile", equalTo(hanMei.mobile()))
        .body("customers[0].address", equalTo(hanMei.address()))
        .body("customers[0].idNumber", equalTo("310***********" + last(hanMei.idNumber(), 4)));
  }

  @Test
  void aRefusedAndAnUnknownPersonLookTheSameAndLeaveTheSameEvents() throws Exception {
    consent.refuses("NO_CONSENT");
    CustomerId unknown = new CustomerId(Ids.random());

    String refused = Caller.partner().read(List.of(id), ALL).asString();
    String nobody = Caller.partner().read(List.of(unknown), ALL).asString();

    assertThat(refused).isEqualTo(nobody).contains("\"customers\":[]");
    assertThat(deniedEvent(id)).isEqualTo(deniedEvent(unknown));
  }

  @Test
  void anUnknownPersonIsAbsentEvenWhenTheRuleWouldPermit() throws Exception {
    consent.permits(ALL);
    CustomerId unknown = new CustomerId(Ids.random());

    Caller.manager("1024")
        .read(List.of(unknown), ALL)
        .then()
        .statusCode(200)
        .body("customers", empty());

    assertThat(book.events(unknown)).containsExactly("access.denied");
    assertThat(deniedEvent(unknown).at("/decision/reasonCode").asText()).isEqualTo("NOT_FOUND");
  }

  @Test
  void aCustomerOfAnotherControllerIsUnknown() {
    consent.permits(ALL);
    CustomerId elsewhere = book.admit(Book.XINGHE, Book.person("\u97e9\u6885\u6885"));

    Caller.partner()
        .read(List.of(elsewhere), ALL)
        .then()
        .statusCode(200)
        .body("customers", empty());
  }

  @Test
  void aPersonWhoseKeyIsDestroyedIsUnknownOnTheVeryNextRead() {
    consent.permits(ALL);
    Caller.partner().read(List.of(id), "name").then().body("customers", hasSize(1));

    vault.destroy(Book.DONGHAI, id);

    Caller.partner().read(List.of(id), "name").then().statusCode(200).body("customers", empty());
  }

  @Test
  void nothingIsAnsweredWhileConsentServiceIsAway() {
    consent.isAway();
    List<String> before = book.eventsBy("partner-haiyun");

    Caller.partner()
        .read(List.of(id), ALL)
        .then()
        .statusCode(503)
        .body("code", equalTo("SERVICE_UNAVAILABLE"))
        .body("customers", nullValue());
    assertThat(book.eventsBy("partner-haiyun")).isEqualTo(before);
  }

  @Test
  void fieldsThatThePurposeExcludesAreWithheldByName() {
    consent.permits("name");

    Caller.partner()
        .read(List.of(id), "name", "mobile", "policies")
        .then()
        .statusCode(200)
        .body("customers[0].name", equalTo("\u97e9*"))
        .body("customers[0].mobile", nullValue())
        .body("customers[0].policies", nullValue())
        .body("customers[0].withheld", contains("mobile", "policies"));
  }

  @Test
  void aMinorsDataAreRefusedForWantOfAnApproval() {
    consent.permitsAdults(ALL);
    LocalDate today = LocalDate.now(BusinessTime.ZONE);
    CustomerId minor =
        book.admit(Book.person("\u97e9\u5c0f\u96ea", today.minusYears(18).plusDays(1)));
    CustomerId byNumber =
        book.admit(Book.byNumber(Book.person("\u97e9\u5c0f\u6708", today.minusYears(17))));
    CustomerId adult = book.admit(Book.person("\u97e9\u5927\u96ea", today.minusYears(18)));

    Caller.manager("1024")
        .read(List.of(minor, byNumber, adult), "name")
        .then()
        .statusCode(200)
        .body("customers.id", contains(adult.toString()));
    assertThat(book.events(minor)).containsExactly("customer.created", "access.denied");
  }

  @Test
  void aPermittedPersonIsThereEvenWhenNoFieldWasAskedOrThePurposeHasNoneOfThem() {
    consent.permits();

    Caller.partner().read(List.of(id)).then().statusCode(200).body("customers", hasSize(1));
    Caller.partner()
        .read(List.of(id), "mobile")
        .then()
        .statusCode(200)
        .body("customers[0].mobile", nullValue())
        .body("customers[0].withheld", contains("mobile"));
  }

  @Test
  void fiftyPeopleCostOneDecisionAndComeInTheOrderAsked() {
    consent.permits("name");
    CustomerId liLei = book.admit(Book.person("\u674e\u96f7"));

    Caller.partner()
        .read(List.of(liLei, id, liLei), "name")
        .then()
        .statusCode(200)
        .body("customers.id", contains(liLei.toString(), id.toString()));
    assertThat(consent.questions()).hasSize(1);
    assertThat(consent.questions().getFirst()).doesNotContain(hanMei.name(), hanMei.idNumber());
  }

  @Test
  void noAuditEventHoldsAPersonalValue() {
    consent.permits(ALL);
    Caller.partner().read(List.of(id), ALL).then().statusCode(200);

    assertThat(String.join("\n", book.eventBodies()))
        .doesNotContain(
            hanMei.name(), hanMei.idNumber(), hanMei.mobile(), hanMei.email(), policyNumber);
  }

  @Test
  void badRequestsSayWhatIsWrong() {
    Caller partner = Caller.partner();
    Map<String, Object> good =
        Map.of("ids", List.of(id.toString()), "purpose", "P-12", "fields", List.of("name"));
    refused(partner, with(good, "purpose", ""), 400, "PURPOSE_REQUIRED");
    refused(partner, with(good, "ids", List.of("not-a-uuid")), 400, "ID_MALFORMED");
    refused(partner, with(good, "ids", List.of()), 400, "REQUEST_INVALID");
    refused(partner, with(good, "fields", List.of("shoeSize")), 400, "FIELD_UNKNOWN");
    refused(partner, with(good, "extra", 1), 400, "FIELD_UNKNOWN");
    refused(Caller.employee("operator", "3001"), good, 403, "FORBIDDEN");
    refused(new Caller("not.a.token"), good, 401, "UNAUTHENTICATED");
  }

  private static void refused(Caller caller, Map<String, Object> body, int status, String code) {
    caller.post("/v1/customers/read", body).then().statusCode(status).body("code", equalTo(code));
  }

  private static Map<String, Object> with(Map<String, Object> body, String key, Object value) {
    var changed = new java.util.HashMap<>(body);
    changed.put(key, value);
    return changed;
  }

  /** The one refusal about this person, without what must differ: ids and times. */
  private JsonNode deniedEvent(CustomerId subject) throws JsonProcessingException {
    String body =
        book.eventBodies().stream()
            .filter(event -> event.contains(subject.toString()))
            .filter(event -> event.contains("denied") || event.contains("deny"))
            .findFirst()
            .orElseThrow();
    var event =
        (com.fasterxml.jackson.databind.node.ObjectNode)
            json.readTree(body.replace(subject.toString(), "person"));
    event.remove(List.of("eventId", "occurredAt", "traceId"));
    return event;
  }

  private static String last(String text, int count) {
    return text.substring(text.length() - count);
  }
}
