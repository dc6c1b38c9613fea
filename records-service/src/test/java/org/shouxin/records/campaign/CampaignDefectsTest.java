package org.shouxin.records.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
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
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;

/** R-RC-02: what counts as a defect, every outcome, every reminder. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class CampaignDefectsTest {
  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject CampaignRun run;

  private final Caller deng = Caller.employee("compliance-officer", "1001");
  private final Caller wang = Caller.manager("1024");
  private final Caller haiyun = Caller.partner("partner-haiyun");
  private final String number = Book.nextPolicyNumber();
  private final PersonFacts liLei = Book.person("\u674e\u96f7", LocalDate.of(1910, 2, 28));

  @BeforeEach
  void everythingPermitted() {
    new ConsentService().permits("name", "mobile");
  }

  @AfterEach
  void clockBack() {
    clock.reset();
  }

  @Test
  void aConflictIsADefectUntilItIsSettledAndNoneInTheNextCampaign() {
    CustomerId id = admitted(liLei);
    book.admit(said("\u674e\u857e", liLei.mobile()));
    String campaign = open(10);
    assertThat(defects(campaign)).containsExactly("name:CHANGED:CONFLICT");

    Map<String, String> choice = new HashMap<>();
    choice.put("customerId", id.toString());
    choice.put("purpose", "P-04");
    choice.put(
        "statementId",
        wang.post("/v1/conflicts/list", choice).path("conflicts[0].values[1].statementId"));
    choice.put("field", "name");
    wang.post("/v1/conflicts/choice", choice).then().body("state", equalTo("CHOSEN"));
    deng.post("/v1/conflicts/choice", choice).then().body("state", equalTo("RESOLVED"));

    assertThat(state(campaign)).isEqualTo("CORRECTED");
    deng.post("/v1/campaigns", letter(10))
        .then()
        .statusCode(201)
        .body("policies", equalTo(1))
        .body("cleanPolicies", equalTo(1));
  }

  @Test
  void aMadeUpNumberIsSuspectedFalse() {
    admitted(said(liLei.name(), "13711111111"));

    assertThat(defects(open(10))).contains("mobile:SUSPECTED_FALSE:PHONE_DUMMY");
  }

  @Test
  void aRefusalIsKeptWithItsEvidenceAndTheCommissionStaysHeld() {
    admitted(said(liLei.name(), "13711111111"));
    String campaign = open(10);
    deng.post("/v1/campaigns/" + campaign + "/commission-hold", Map.of());

    haiyun
        .post(
            "/v1/campaign-items/" + item(campaign, "id") + "/outcome",
            Map.of("outcome", "REFUSED", "evidence", "letter-17"))
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"))
        .body("commissionHeld", equalTo(true));

    deng.get("/v1/campaigns/" + campaign + "/report")
        .then()
        .body("outcomes.REFUSED", equalTo(1))
        .body("lines[0].evidence", equalTo("letter-17"));
  }

  @Test
  void thirtySevenAndOneDayBeforeTheEndThePartnerIsReminded() {
    admitted(said(liLei.name(), "13711111111"));
    String campaign = open(40);
    assertThat(remindersAfter(Duration.ofDays(1), campaign)).as("39 days left").isZero();
    assertThat(remindersAfter(Duration.ofDays(11), campaign)).as("28").isEqualTo(1);
    assertThat(remindersAfter(Duration.ofDays(10), campaign)).as("18").isEqualTo(1);
    assertThat(remindersAfter(Duration.ofDays(12), campaign)).as("6").isEqualTo(2);
    assertThat(remindersAfter(Duration.ofDays(6), campaign)).as("the last").isEqualTo(3);
  }

  private CustomerId admitted(PersonFacts person) {
    book.admit(Book.DONGHAI, Book.policy(number, person, person));
    return book.admit(person);
  }

  private PersonFacts said(String name, String mobile) {
    return new PersonFacts(
        name,
        liLei.gender(),
        liLei.birthDate(),
        liLei.idType(),
        liLei.idNumber(),
        liLei.idValidUntil(),
        mobile,
        liLei.email(),
        liLei.address(),
        null,
        null);
  }

  private String open(int days) {
    return deng.post("/v1/campaigns", letter(days)).then().statusCode(201).extract().path("id");
  }

  private Map<String, Object> letter(int days) {
    LocalDate today = LocalDate.now(BusinessTime.ZONE);
    return Map.of(
        "insurer", "\u5e73\u548c\u4eba\u5bff",
        "reference", "\u5e73\u548c\u51fd[2026]8",
        "sha256", (Ids.random() + "" + Ids.random()).replace("-", ""),
        "receivedOn", today.toString(),
        "dueOn", today.plusDays(days).toString(),
        "consequence", "\u903e\u671f\u7f13\u53d1\u624b\u7eed\u8d39",
        "policies", List.of(Map.of("number", number, "partnerId", "partner-haiyun")));
  }

  private List<String> defects(String campaign) {
    return deng
        .get("/v1/campaigns/" + campaign + "/items")
        .jsonPath()
        .getList("[0].defects", Map.class)
        .stream()
        .map(defect -> defect.get("field") + ":" + defect.get("kind") + ":" + defect.get("code"))
        .toList();
  }

  private String state(String campaign) {
    return item(campaign, "state");
  }

  private String item(String campaign, String member) {
    return deng.get("/v1/campaigns/" + campaign + "/items?open=false").path("[0]." + member);
  }

  private long remindersAfter(Duration more, String campaign) {
    clock.moveForward(more);
    run.run();
    run.run();
    return book.eventBodies().stream()
        .filter(body -> body.contains(campaign) && body.contains("campaign.reminded"))
        .count();
  }
}
