package org.shouxin.consent.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.purpose.Sha256;

@QuarkusTest
@ConsentServiceTest
class NoticePublishingTest {
  private static final String DEMO = Broker.resource("/demo/ctl-donghai/notices/applicant.json");

  @Test
  void theCurrentNoticeIsServedWithTheDigestOfItsBodyInBothLanguages() {
    Broker broker = Broker.open();

    for (String language : new String[] {"zh-CN", "en"}) {
      Response current = current(broker, language);
      current.then().statusCode(200).body("version", equalTo(1));
      assertThat(current.<String>path("sha256"))
          .isEqualTo(Sha256.hex(current.<String>path("body")));
    }
  }

  private static Response current(Broker broker, String language) {
    return broker
        .customer(Broker.newCustomer())
        .get("/v1/notices/current?audience=APPLICANT&language=" + language);
  }

  @Test
  void aNoticeWithoutRetentionIsRefusedAndTheItemNamed() {
    Broker.open()
        .publish(DEMO.replaceAll("\"afterRetention\": \"[^\"]*\",", ""))
        .then()
        .statusCode(422)
        .body("code", equalTo("NOTICE_INCOMPLETE"))
        .body("detail", containsString("N-06"))
        .body("errors.code", hasItems("N-06"))
        .body("errors.field", hasItems("zh-CN", "en"));
  }

  @Test
  void everyShippedDemoNoticePassesTheGate() {
    for (String controller : new String[] {"ctl-donghai", "ctl-xinghe"}) {
      Broker broker = Broker.open();
      for (String audience : new String[] {"insured", "guardian", "visitor"}) {
        broker
            .publish(Broker.resource("/demo/" + controller + "/notices/" + audience + ".json"))
            .then()
            .statusCode(201);
      }
    }
  }

  @Test
  void aSupersededVersionStaysReadableWithTheSameDigestAndTheChangeIsShown() {
    Broker broker = Broker.open();
    Response first = current(broker, "zh-CN");
    broker
        .publish(DEMO.replace("短信服务商", "短信及呼叫服务商"))
        .then()
        .statusCode(201)
        .body("version", equalTo(2))
        .body("changedItems", contains("N-08"));

    broker
        .customer(Broker.newCustomer())
        .get("/v1/notices/" + broker.noticeId() + "/versions/1?language=zh-CN")
        .then()
        .statusCode(200)
        .body("sha256", equalTo(first.path("sha256")));
    broker
        .customer(Broker.newCustomer())
        .get("/v1/notices/" + broker.noticeId() + "/versions/1/text?language=zh-CN")
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString("notice-1-zh-CN.txt"))
        .body(equalTo(first.<String>path("body")));
    broker
        .customer(Broker.newCustomer())
        .get("/v1/notices/" + broker.noticeId() + "/changes?from=1&to=2&language=zh-CN")
        .then()
        .body("item", contains("N-08"))
        .body("[0].after", containsString("短信及呼叫服务商"));
  }

  @Test
  void publishingTheSameTextAgainMakesNoVersion() {
    Broker broker = Broker.open();

    broker.publish(DEMO).then().statusCode(200).body("version", equalTo(1));
  }

  @Test
  void onlyComplianceOfficersPublish() {
    Broker broker = Broker.open();

    broker
        .employee("client-manager")
        .body(DEMO)
        .post("/v1/notices")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
  }

  @Test
  void whatCannotBeReadIsRefusedByCode() {
    Broker broker = Broker.open();
    broker
        .customer(Broker.newCustomer())
        .get("/v1/notices/current?audience=APPLICANT&language=fr")
        .then()
        .statusCode(400)
        .body("code", equalTo("LANGUAGE_UNSUPPORTED"));
    broker
        .customer(Broker.newCustomer())
        .get("/v1/notices/current?audience=GUARDIAN&language=en")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOTICE_NOT_FOUND"));
    broker
        .customer(Broker.newCustomer())
        .get("/v1/notices/current?audience=FRIENDS&language=en")
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
  }

  @Test
  void showingANoticeLeavesItsEvent() {
    Broker broker = Broker.open();
    String liLei = Broker.newCustomer();

    broker
        .customer(liLei)
        .body(
            Map.of(
                "customerId",
                liLei,
                "noticeId",
                broker.noticeId(),
                "noticeVersion",
                1,
                "language",
                "zh-CN",
                "channel",
                "PORTAL"))
        .post("/v1/notices/presentations")
        .then()
        .statusCode(201);
    assertThat(broker.eventsAbout(liLei)).containsExactly("notice.presented");
  }
}
