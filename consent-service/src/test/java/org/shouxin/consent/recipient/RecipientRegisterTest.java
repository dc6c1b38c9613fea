package org.shouxin.consent.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;

@QuarkusTest
@ConsentServiceTest
class RecipientRegisterTest {
  private static final String PROFILE =
      Broker.resource("/demo/ctl-donghai/recipients/partner-haiyun.json");

  @Test
  void theVectorsOfTheSocialCreditCodeHold() {
    assertThat(Uscc.fault("91110000600037341L")).isEmpty();
    assertThat(new Uscc("91110000600037341L").innerCodeHolds()).isTrue();
    assertThat(Uscc.fault("91310000MA1FL0007C")).isEmpty();
    assertThat(Uscc.fault("91110000600037341M")).contains("USCC_CHECKSUM");
    assertThat(Uscc.fault("9131000OMA1FL0007C")).contains("USCC_FORMAT");
  }

  @Test
  void aWrongSocialCreditCodeIsRefused() {
    refused(
        PROFILE.replace("91310115MA1FL303X6", "91310115MA1FL303X7"),
        "RECIPIENT_INVALID",
        "USCC_CHECKSUM");
  }

  @Test
  void anAgreementWithoutARequiredClauseCannotBeActive() {
    refused(
        PROFILE.replace("\"BREACH_NOTICE\"", "\"LIABILITY\""),
        "AGREEMENT_INCOMPLETE",
        "BREACH_NOTICE");
  }

  @Test
  void provisionAbroadIsRefusedByDefault() {
    refused(PROFILE.replace("\"CN\"", "\"SG\""), "RECIPIENT_INVALID", "CROSS_BORDER");
  }

  @Test
  void anAgreementCannotAllowAPurposeThatIsNotApproved() {
    refused(PROFILE.replace("\"P-12\"", "\"P-19\""), "RECIPIENT_INVALID", "PURPOSE_NOT_APPROVED");
  }

  private static void refused(String profile, String code, String fault) {
    Broker.open()
        .register("partner-new", profile)
        .then()
        .statusCode(422)
        .body("code", equalTo(code))
        .body("errors.code", contains(fault));
  }

  @Test
  void providingNeedsAnImpactAssessment() {
    Broker.open()
        .register("partner-new", PROFILE.replaceAll("(?s),\\s*\"pipia\": \\{.*?\\}", ""))
        .then()
        .statusCode(422)
        .body("code", equalTo("PIPIA_REQUIRED"));
  }

  @Test
  void anAgreementThatEndedYesterdayMakesTheRecipientInactive() {
    Broker broker = Broker.open();

    broker
        .register(
            Broker.HAIYUN,
            PROFILE.replace(
                "2030-12-31",
                org.shouxin.platform.time.BusinessTime.today(java.time.Clock.systemUTC())
                    .minusDays(1)
                    .toString()))
        .then()
        .statusCode(200)
        .body("standing", equalTo("AGREEMENT_ENDED"));
  }

  @Test
  void registeringTheSameAgainChangesNothing() {
    Broker broker = Broker.open();

    broker.register(Broker.HAIYUN, PROFILE).then().statusCode(200).body("file.version", equalTo(1));
  }

  @Test
  void aCustomerSeesWhoTheRecipientIsAndNotItsFile() {
    Broker broker = Broker.open();

    broker
        .customer(Broker.newCustomer())
        .get("/v1/recipients/" + Broker.HAIYUN)
        .then()
        .statusCode(200)
        .body("name", equalTo("海云保险代理有限公司"))
        .body("purposes", contains("P-12"))
        .body("file", nullValue());
  }

  @Test
  void onlyComplianceOfficersRegister() {
    Broker broker = Broker.open();

    broker
        .partner(Broker.HAIYUN)
        .body(PROFILE)
        .put("/v1/recipients/" + Broker.HAIYUN)
        .then()
        .statusCode(403);
  }
}
