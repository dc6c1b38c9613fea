package org.shouxin.records.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.Telephones;
import org.shouxin.records.customer.PersonFacts;

/** R-RC-02: from the letter to the report on who did not cooperate. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class CampaignTest {
  private static final String HOME =
      "\u6d59\u6c5f\u7701\u676d\u5dde\u5e02\u897f\u6e56\u533a\u6587\u4e00\u8def1\u53f7";

  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject CampaignRun run;
  @Inject Database database;

  private final Caller deng = Caller.employee("compliance-officer", "1001");
  private final Caller wang = Caller.manager("1024");
  private final Caller haiyun = Caller.partner("partner-haiyun");
  private final String number = Book.nextPolicyNumber();
  private final PersonFacts liLei = without(Book.person("\u674e\u96f7", LocalDate.of(1910, 2, 28)));
  private CustomerId id;

  @BeforeEach
  void aPolicyWhoseApplicantHasNoAddressAndAnExpiredCard() {
    new ConsentService().permits("name", "address");
    book.admit(Book.DONGHAI, Book.policy(number, liLei, liLei));
    id = book.admit(liLei);
  }

  @AfterEach
  void clockBack() {
    clock.reset();
  }

  @Test
  void aLetterBecomesItemsWithCodesAndNoValueAssignedToThePartnerItNames() {
    String campaign = open(letter(10, named(number, "L-7", "partner-haiyun"))).path("id");

    haiyun
        .get("/v1/campaigns/" + campaign + "/items")
        .then()
        .statusCode(200)
        .body("$", hasSize(1))
        .body("[0].reference", equalTo("L-7"))
        .body("[0].customerId", equalTo(id.toString()))
        .body("[0].state", equalTo("OPEN"))
        .body("[0].openFields", containsInAnyOrder("idValidUntil", "address"))
        .body("[0].defects.kind", containsInAnyOrder("CHANGED", "MISSING"))
        .body("[0].defects.code", containsInAnyOrder("ID_EXPIRED", "KEY_FIELD_MISSING"));
    Caller.partner("partner-beichen")
        .get("/v1/campaigns/" + campaign + "/items")
        .then()
        .body("$", hasSize(0));
    assertThat(book.events(id)).contains("campaign.item.created");
    assertThat(String.join("\n", book.eventBodies())).doesNotContain(number);
  }

  @Test
  void aSuspendedPartnerSeesAndChangesNoItem() {
    String campaign = open(letter(10, named(number, null, "partner-haiyun"))).path("id");
    String item = haiyun.get("/v1/campaigns/" + campaign + "/items").path("[0].id");
    new ConsentService().refusesTheCaller("PARTNER_SUSPENDED", "RECIPIENT_INACTIVE");

    for (String path : List.of("/v1/campaigns", "/v1/campaigns/" + campaign + "/items")) {
      haiyun.get(path).then().statusCode(403).body("code", equalTo("PARTNER_SUSPENDED"));
    }
    close(haiyun, item, "REFUSED", "file-1").then().body("code", equalTo("PARTNER_SUSPENDED"));
    wang.get("/v1/campaigns").then().statusCode(200);
  }

  @Test
  void withoutAPartnerTheApplicantsClientManagerSeesToIt() {
    String campaign = open(letter(10, named(number, null, null))).path("id");

    wang.get("/v1/campaigns/" + campaign + "/items").then().body("employeeNo", contains("1024"));
    Caller.manager("1038").get("/v1/campaigns/" + campaign + "/items").then().body("$", hasSize(0));
  }

  @Test
  void aLetterIsTakenOnceAndMustMeanSomething() {
    Map<String, Object> letter = letter(10, named(number, null, null));
    open(letter)
        .then()
        .statusCode(201)
        .body("policies", equalTo(1))
        .body("cleanPolicies", equalTo(0));

    open(letter).then().statusCode(409).body("code", equalTo("CONFLICT"));
    open(letter(10, named("PA99999999", null, null)))
        .then()
        .statusCode(422)
        .body("code", equalTo("CAMPAIGN_SCOPE_EMPTY"));
    wang.post("/v1/campaigns", letter).then().statusCode(403);
  }

  @Test
  void anItemIsCorrectedOnlyWhenEveryFieldOfItWasCorrected() {
    String campaign = open(letter(10, named(number, null, "partner-haiyun"))).path("id");
    deng.post("/v1/campaigns/" + campaign + "/commission-hold", Map.of())
        .then()
        .body("items", equalTo(1));

    correct("address", HOME);
    item(campaign).then().body("[0].state", equalTo("OPEN"));
    item(campaign).then().body("[0].openFields", contains("idValidUntil"));
    String last = correct("idValidUntil", "2044-01-01");

    item(campaign)
        .then()
        .body("[0].state", equalTo("CORRECTED"))
        .body("[0].commissionHeld", equalTo(false));
    deng.get("/v1/campaigns/" + campaign + "/report")
        .then()
        .body("outcomes.CORRECTED", equalTo(1))
        .body("lines[0].evidence", equalTo("correction:" + last));
    assertThat(book.events(id)).contains("campaign.item.closed", "campaign.commission_released");
  }

  @Test
  void theLinkLeadsTheSignedInCustomerOnceAndHerConfirmationClosesTheItem() {
    String campaign = open(letter(10, named(number, null, "partner-haiyun"))).path("id");
    String item = item(campaign).path("[0].id");
    haiyun.post("/v1/campaign-items/" + item + "/link", Map.of()).then().statusCode(204);
    haiyun
        .post("/v1/campaign-items/" + item + "/link", Map.of())
        .then()
        .statusCode(429)
        .body("code", equalTo("RATE_LIMITED"));
    String token =
        Telephones.messages(liLei.mobile()).getLast().split("#/inventory/")[1].split("\\s")[0];
    Caller stranger = Caller.customer(book.admit(Book.person("\u738b\u4e8c")));

    refusedLink(stranger, token);
    Caller her = Caller.customer(id);
    openLink(her, token).then().statusCode(200).body("id", equalTo(item));
    refusedLink(her, token);
    her.get("/v1/campaign-items/mine").then().body("id", contains(item));
    stranger
        .post("/v1/campaign-items/" + item + "/confirmation", Map.of())
        .then()
        .statusCode(404)
        .body("code", equalTo("CAMPAIGN_NOT_FOUND"));
    her.post("/v1/campaign-items/" + item + "/confirmation", Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("CONFIRMED_OK"));
    her.post("/v1/campaign-items/" + item + "/refusal", Map.of())
        .then()
        .statusCode(409)
        .body("code", equalTo("CAMPAIGN_STATE_CONFLICT"));
  }

  @Test
  void whoseDataAreOnlyStoredIsNeitherLookedOverNorListedNorSentALink() {
    String campaign = open(letter(10, named(number, "L-7", "partner-haiyun"))).path("id");
    String item = item(campaign).path("[0].id");
    database.write(
        Book.DONGHAI,
        handle ->
            handle.execute(
                "insert into standing (controller_id, customer_id, restricted, held,"
                    + " restricted_records, sequence) values (?, ?, true, false, '{}', 0)",
                Book.DONGHAI,
                id));

    item(campaign).then().body("$", hasSize(0));
    haiyun
        .post("/v1/campaign-items/" + item + "/link", Map.of())
        .then()
        .statusCode(423)
        .body("code", equalTo("RESTRICTED"));
    open(letter(10, named(number, "L-8", "partner-haiyun")))
        .then()
        .statusCode(422)
        .body("code", equalTo("CAMPAIGN_SCOPE_EMPTY"));
  }

  @Test
  void noOutcomeWithoutEvidenceAndNobodyIsUnreachableBeforeTwoMissedAttempts() {
    String campaign = open(letter(10, named(number, null, "partner-haiyun"))).path("id");
    String item = item(campaign).path("[0].id");

    close(haiyun, item, "CONFIRMED_OK", "")
        .then()
        .statusCode(422)
        .body("code", equalTo("EVIDENCE_REQUIRED"));
    close(haiyun, item, "CORRECTED", "file-1").then().statusCode(400);
    close(Caller.partner("partner-beichen"), item, "REFUSED", "file-1").then().statusCode(404);
    miss(item);
    close(haiyun, item, "UNREACHABLE", "call-log-1").then().statusCode(422);
    miss(item);
    close(haiyun, item, "UNREACHABLE", "call-log-1")
        .then()
        .statusCode(200)
        .body("state", equalTo("UNREACHABLE"));
  }

  @Test
  void sevenDaysBeforeTheEndPartnersAreRemindedAndTheDayAfterItTheyAreNamedWithEvidence() {
    String campaign = open(letter(10, named(number, "L-1", "partner-haiyun"))).path("id");
    run.run();
    int before = reminders(campaign);
    haiyunMissesOnce(campaign);
    deng.get("/v1/campaigns/" + campaign + "/non-cooperation")
        .then()
        .statusCode(409)
        .body("code", equalTo("CAMPAIGN_STATE_CONFLICT"));

    clock.moveForward(Duration.ofDays(4));
    run.run();
    run.run();
    assertThat(reminders(campaign)).as("once at D-7").isEqualTo(before + 1);

    clock.moveForward(Duration.ofDays(7));
    run.run();
    run.run();
    deng.get("/v1/campaigns/" + campaign + "/non-cooperation")
        .then()
        .statusCode(200)
        .body("partnerId", contains("partner-haiyun"))
        .body("[0].openItems", equalTo(1))
        .body("[0].items[0].attempts", equalTo(1))
        .body("[0].items[0].openFields", containsInAnyOrder("idValidUntil", "address"))
        .body("[0].items[0].reference", equalTo("L-1"));
    assertThat(
            book.eventBodies().stream()
                .filter(
                    body -> body.contains(campaign) && body.contains("campaign.non_cooperation\""))
                .toList())
        .hasSize(1);
  }

  @Test
  void theReportGoesOutAsTableAndAsALetterInBothLanguages() {
    String campaign = open(letter(10, named(number, "L-9", null))).path("id");

    deng.get("/v1/campaigns/" + campaign + "/report/table")
        .then()
        .body(containsString("reference,item,defects,state,evidence,commission_held"))
        .body(containsString("L-9,"))
        .body(containsString("address:MISSING:KEY_FIELD_MISSING"));
    deng.get("/v1/campaigns/" + campaign + "/report/letter")
        .then()
        .body(containsString("\u672a\u529e\u7ed3\uff1a1"));
    deng.get("/v1/campaigns/" + campaign + "/report/letter?language=en")
        .then()
        .body(containsString("open: 1"));
  }

  @Test
  void aPeriodMeansThePoliciesOfTheInsurerThatBeganInIt() {
    Map<String, Object> letter = letter(10);
    letter.put("startedFrom", "2024-03-06");
    letter.put("startedTo", "2024-03-06");
    int meant = open(letter).then().statusCode(201).extract().path("policies");
    assertThat(meant).isPositive();

    Map<String, Object> other = letter(10);
    other.put("startedFrom", "2031-01-01");
    open(other).then().statusCode(422);
  }

  private static PersonFacts without(PersonFacts person) {
    return new PersonFacts(
        person.name(),
        person.gender(),
        person.birthDate(),
        person.idType(),
        person.idNumber(),
        LocalDate.of(2021, 1, 1),
        person.mobile(),
        person.email(),
        null,
        null,
        null);
  }

  @SafeVarargs
  private static Map<String, Object> letter(int days, Map<String, Object>... policies) {
    LocalDate today = LocalDate.now(BusinessTime.ZONE);
    String sha256 = (Ids.random() + "" + Ids.random()).replace("-", "");
    Map<String, Object> letter = new HashMap<>();
    letter.put("insurer", "\u5e73\u548c\u4eba\u5bff");
    letter.put("reference", "\u5e73\u548c\u51fd[2026]7");
    letter.put("sha256", sha256);
    letter.put("receivedOn", today.toString());
    letter.put("dueOn", today.plusDays(days).toString());
    letter.put("consequence", "\u903e\u671f\u7f13\u53d1\u624b\u7eed\u8d39");
    letter.put("policies", List.of(policies));
    return letter;
  }

  private static Map<String, Object> named(String number, String reference, String partner) {
    Map<String, Object> policy = new HashMap<>();
    policy.put("number", number);
    policy.put("reference", reference);
    policy.put("partnerId", partner);
    return policy;
  }

  private Response open(Map<String, Object> letter) {
    return deng.post("/v1/campaigns", letter);
  }

  private Response item(String campaign) {
    return deng.get("/v1/campaigns/" + campaign + "/items?open=false");
  }

  private String correct(String field, String value) {
    return Caller.customer(id)
        .post(
            "/v1/corrections", Map.of("customerId", id.toString(), "field", field, "value", value))
        .then()
        .statusCode(200)
        .body("state", equalTo("APPLIED"))
        .extract()
        .path("id");
  }

  private void haiyunMissesOnce(String campaign) {
    miss(item(campaign).path("[0].id"));
  }

  private void miss(String item) {
    haiyun
        .post(
            "/v1/campaign-items/" + item + "/attempts", Map.of("channel", "CALL", "reached", false))
        .then()
        .statusCode(204);
  }

  private static Response close(Caller caller, String item, String outcome, String evidence) {
    return caller.post(
        "/v1/campaign-items/" + item + "/outcome",
        Map.of("outcome", outcome, "evidence", evidence));
  }

  private static Response openLink(Caller caller, String token) {
    return caller.post("/v1/campaign-items/link-opening", Map.of("token", token));
  }

  private static void refusedLink(Caller caller, String token) {
    openLink(caller, token).then().statusCode(403).body("code", equalTo("LINK_EXPIRED"));
  }

  private int reminders(String campaign) {
    return (int)
        book.eventBodies().stream()
            .filter(body -> body.contains(campaign) && body.contains("campaign.reminded"))
            .count();
  }
}
