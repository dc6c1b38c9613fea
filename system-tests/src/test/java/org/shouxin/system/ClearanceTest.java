package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * R-AC-06 through the gateway: a breach suspends at once; a partner without a certified agent asks
 * in vain.
 */
@SystemTest
class ClearanceTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private static final String PARTNER = "partner-beichen";
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { id } }";

  private static final String OWN =
      "query($id: ID!) { customer(id: $id, purpose: \"P-04\") { id } }";

  private final RunningSystem system;
  private final Caller deng;

  ClearanceTest(RunningSystem system) {
    this.system = system;
    this.deng = system.caller("deng.compliance");
  }

  @Test
  void aPartnersAccessEndsWithItsAgentsCertificateAndBeginsWithTheNextOne() {
    JsonNode agents = deng.ask("{ partnerAgents { agentNo partnerId } }").data("partnerAgents");
    for (JsonNode agent : agents) {
      if (agent.path("partnerId").asText().equals(PARTNER)) {
        declared(agent.path("agentNo").asText(), TODAY.minusDays(1));
      }
    }
    assertThat(reading().codes()).containsExactly("TRAINING_REQUIRED");
    assertThat(system.caller("partner-haiyun").ask(READ, id()).codes()).isEmpty();

    declared("BC-0099", TODAY);
    assertThat(reading().codes()).isEmpty();
  }

  @Test
  void aRecordedBreachOfTheAgreementSuspendsAtOnceAndAnotherOfficerLiftsIt() {
    KeycloakAdministrator keycloak = new KeycloakAdministrator(system);
    keycloak.addPerson("careless.manager", "client-manager", "1951", "杭州分公司");
    Certificates.imported(system, "1951");
    Caller manager = system.callerWith(keycloak.tokenOf("careless.manager"));
    assertThat(manager.ask(OWN, id()).codes()).isEmpty();

    String breach =
        deng.ask(
                "mutation { recordAgreementBreach(employeeNo: \"1951\", evidence: \"CASE-2026-7\") }")
            .data("recordAgreementBreach")
            .asText();
    assertThat(manager.ask(OWN, id()).codes()).containsExactly("TRAINING_REQUIRED");
    String lift =
        "mutation($id: ID!) { liftAgreementBreach(breachId: $id, evidence: \"CASE-2026-7-END\") }";
    assertThat(deng.ask(lift, Map.of("id", breach)).codes()).containsExactly("SELF_APPROVAL");
    assertThat(system.caller("fang.compliance").ask(lift, Map.of("id", breach)).codes()).isEmpty();
    assertThat(manager.ask(OWN, id()).codes()).isEmpty();
  }

  @Test
  void aCertificateOpensOnItsLastDayAndNoLongerFromMidnightOn() {
    KeycloakAdministrator keycloak = new KeycloakAdministrator(system);
    keycloak.addPerson("expiring.manager", "client-manager", "1952", "杭州分公司");
    Caller manager = system.callerWith(keycloak.tokenOf("expiring.manager"));
    certified("1952", TODAY.minusDays(1));
    assertThat(manager.ask(OWN, id()).codes()).containsExactly("TRAINING_REQUIRED");
    certified("1952", TODAY);
    assertThat(manager.ask(OWN, id()).codes()).isEmpty();
  }

  /** A certificate as of somebody else's import, which takes no past day itself. */
  private void certified(String employee, LocalDate lastDay) {
    Certificates.imported(system, "1959");
    assertThat(
            new BrokerTables(system, DatabaseName.CONSENT)
                .change(
                    "insert into certificate select controller_id, gen_random_uuid(), '"
                        + employee
                        + "', issued_at, '"
                        + lastDay
                        + "', source, import_id, minutes from certificate where person_id = '1959'"
                        + " limit 1"))
        .isEqualTo(1);
  }

  private Answer reading() {
    return system.caller(PARTNER).ask(READ, id());
  }

  private Map<String, String> id() {
    return Map.of("id", system.customer("li.lei").id());
  }

  private void declared(String agentNo, LocalDate until) {
    Answer answer =
        deng.ask(
            "mutation($no: ID!, $input: PartnerAgentInput!) { declarePartnerAgent(agentNo: $no,"
                + " input: $input) { agentNo } }",
            Map.of(
                "no",
                agentNo,
                "input",
                Map.of(
                    "identityNumber",
                    "33010019940101994X",
                    "certifiedUntil",
                    until.toString(),
                    "evidence",
                    "TRAIN-2026-8",
                    "recipientId",
                    PARTNER)));
    assertThat(answer.codes()).as(answer.body()).isEmpty();
  }
}
