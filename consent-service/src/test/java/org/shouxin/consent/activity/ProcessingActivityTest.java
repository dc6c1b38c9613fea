package org.shouxin.consent.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.testing.TestTokens;

@QuarkusTest
@ConsentServiceTest
class ProcessingActivityTest {
  private static final Map<String, Object> OPINION = Map.of("opinion", "目的明确，范围最小，同意批准");

  @Test
  void aNewActivityCannotBeUsedBeforeSomebodyElseApprovedIt() {
    Broker broker = Broker.open();
    String liLei = Broker.newCustomer();
    propose(broker, proposal("P-40", "IDENTITY"))
        .then()
        .statusCode(201)
        .body("status", equalTo("DRAFT"));

    use(broker, liLei, "P-40").then().statusCode(403).body("code", equalTo("PURPOSE_NOT_APPROVED"));
    broker
        .officer()
        .body(OPINION)
        .post("/v1/processing-activities/P-40/versions/1/approval")
        .then()
        .statusCode(422)
        .body("code", equalTo("SELF_APPROVAL"));
    approve(broker, "P-40", 1, OPINION).then().statusCode(200).body("status", equalTo("APPROVED"));
    use(broker, liLei, "P-40").then().statusCode(200).body("people[0].permitted", equalTo(true));
    approve(broker, "P-40", 1, OPINION).then().statusCode(409).body("code", equalTo("CONFLICT"));
  }

  @Test
  void sensitiveDataAreNotApprovedWithoutAnImpactAssessment() {
    Broker broker = Broker.open();
    propose(broker, proposal("P-41", "HEALTH"))
        .then()
        .statusCode(201)
        .body("pipiaTriggers", hasItem("SENSITIVE"));

    approve(broker, "P-41", 1, OPINION)
        .then()
        .statusCode(422)
        .body("code", equalTo("PIPIA_REQUIRED"));
    Map<String, Object> withAssessment = new HashMap<>(OPINION);
    withAssessment.put("pipia", Map.of("reference", "PIPIA-41", "completedOn", "2026-11-01"));
    approve(broker, "P-41", 1, withAssessment).then().statusCode(200);
  }

  @Test
  void eachTriggerOfArticle55DemandsAnImpactAssessment() {
    Broker broker = Broker.open();
    Map<String, Object> triggers =
        Map.of(
            "AUTOMATED", "automatedDecision",
            "PROVIDE", "recipientRequired",
            "ENTRUST", "entrusted",
            "PUBLISH", "published",
            "CROSS_BORDER", "crossBorder",
            "MAJOR_EFFECT", "majorEffect");
    int number = 50;
    for (var trigger : triggers.entrySet()) {
      String code = "P-" + number++;
      Map<String, Object> proposal = proposal(code, "IDENTITY");
      proposal.put(trigger.getValue().toString(), true);
      propose(broker, proposal)
          .then()
          .statusCode(201)
          .body("pipiaTriggers", equalTo(List.of(trigger.getKey())));
      approve(broker, code, 1, OPINION)
          .then()
          .statusCode(422)
          .body("code", equalTo("PIPIA_REQUIRED"));
    }
  }

  @Test
  void aRejectedActivityStaysUnusable() {
    Broker broker = Broker.open();
    propose(broker, proposal("P-42", "IDENTITY"));
    second(broker).body(OPINION).post("/v1/processing-activities/P-42/versions/1/rejection");

    use(broker, Broker.newCustomer(), "P-42")
        .then()
        .statusCode(400)
        .body("code", equalTo("PURPOSE_UNKNOWN"));
  }

  @Test
  void aChangedPurposeMakesConsentsStaleOnceItIsApproved() {
    Broker broker = Broker.open();
    String liLei = Broker.newCustomer();
    broker.share(liLei);
    Map<String, Object> wider = proposal("P-12", "IDENTITY");
    wider.put("recipientRequired", true);
    wider.put("roles", List.of("customer", "partner"));
    int version = propose(broker, wider).path("version");

    assertThat(stateOf(broker, liLei)).isEqualTo("GIVEN");
    Map<String, Object> withAssessment = new HashMap<>(OPINION);
    withAssessment.put("pipia", Map.of("reference", "PIPIA-12B", "completedOn", "2026-11-01"));
    approve(broker, "P-12", version, withAssessment).then().statusCode(200);
    assertThat(stateOf(broker, liLei)).isEqualTo("INVALIDATED");
    Broker.decide(broker.recordsFor(Broker.HAIYUN), "P-12", List.of("name"), liLei)
        .then()
        .body("people[0].reasonCode", equalTo("CONSENT_STALE"));
  }

  @Test
  void theRegisterIsADocumentForTheRegulator() {
    Broker broker = Broker.open();
    String document =
        Broker.as(TestTokens.employee(broker.controller(), "auditor", "2001", "总部"))
            .get("/v1/processing-activities/document")
            .asString();
    String english =
        Broker.as(TestTokens.employee(broker.controller(), "auditor", "2001", "总部"))
            .get("/v1/processing-activities/document?language=en")
            .asString();

    assertThat(document)
        .contains("# 个人信息处理活动记录")
        .contains("## P-12 与合作中介共享（第 1 版，已批准）")
        .contains("海云保险代理有限公司（协议 AGR-DONGHAI-HAIYUN-01")
        .contains("## P-16 人脸或声音核验（第 1 版，待审核，不得使用）")
        .contains("处理者：东海保险经纪有限公司 (" + broker.controller() + ")")
        .contains("| 信息种类 | 身份信息、联系方式、保单信息 |")
        .contains("| 影响评估触发 | 对外提供 |");
    assertThat(english)
        .contains("# Register of personal information processing activities")
        .contains("海云保险代理有限公司 (agreement AGR-DONGHAI-HAIYUN-01")
        .contains("(version 1, draft, not to be used)")
        .doesNotContain("待审核");
    broker.customer(Broker.newCustomer()).get("/v1/processing-activities").then().statusCode(403);
  }

  private static String stateOf(Broker broker, String customer) {
    return broker
        .customer(customer)
        .body(Map.of("customerIds", List.of(customer)))
        .post("/v1/consent-records/query")
        .path("'" + customer + "'[0].state");
  }

  private static Response use(Broker broker, String customer, String purpose) {
    return Broker.decide(broker.customer(customer), purpose, List.of("name"), customer);
  }

  private static Response propose(Broker broker, Map<String, Object> proposal) {
    return broker.officer().body(proposal).post("/v1/processing-activities");
  }

  private static Response approve(
      Broker broker, String code, int version, Map<String, Object> review) {
    return second(broker)
        .body(review)
        .post("/v1/processing-activities/" + code + "/versions/" + version + "/approval");
  }

  private static io.restassured.specification.RequestSpecification second(Broker broker) {
    return Broker.as(TestTokens.employee(broker.controller(), "compliance-officer", "3002", "总部"));
  }

  private static Map<String, Object> proposal(String code, String category) {
    Map<String, String> words = Map.of("zh", "生日问候", "en", "birthday greetings");
    Map<String, Object> proposal = new HashMap<>();
    proposal.put("code", code);
    proposal.put("name", words);
    proposal.put("words", words);
    proposal.put("method", words);
    proposal.put("basis", "CONSENT");
    proposal.put("article", "个人信息保护法第13条第1款第1项");
    proposal.put("evidence", "CONSENT");
    proposal.put("separateConsent", "YES");
    proposal.put("withdrawal", "ANY_TIME");
    proposal.put("withdrawalEffect", words);
    proposal.put("recipientRequired", false);
    proposal.put("roles", List.of("customer", "client-manager"));
    proposal.put("categories", List.of(category));
    proposal.put("fields", List.of("name"));
    proposal.put("allowedWhenRestricted", false);
    proposal.put("consentMonths", 12);
    proposal.put("retentionClass", "RT-16");
    proposal.put("subjects", List.of("applicant"));
    proposal.put("systems", List.of("records-service"));
    proposal.put("entrusted", false);
    proposal.put("published", false);
    proposal.put("crossBorder", false);
    proposal.put("automatedDecision", false);
    proposal.put("majorEffect", false);
    return proposal;
  }
}
