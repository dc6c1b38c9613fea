package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;

/** A partner that Keycloak knows as bound to its key: a stolen token is worth nothing (7.2). */
@SystemTest
class BoundPartnerTest {
  private static final String PARTNER = "partner-haiyun";

  private final RunningSystem system;
  private final URI graphql;

  BoundPartnerTest(RunningSystem system) {
    this.system = system;
    this.graphql = system.url(Component.GATEWAY).resolve("/graphql");
  }

  @Test
  void aTokenOfABoundPartnerReadsWithItsKeyAndIsRefusedWithoutIt() {
    DemoCustomer lilei = system.customer("li.lei");
    lilei.withdrawAll("P-12", PARTNER);
    String consent = lilei.giveConsent("P-12", PARTNER).path("id").asText();
    KeycloakAdministrator keycloak = new KeycloakAdministrator(system);
    KeyHolder partner = new KeyHolder();
    KeyHolder thief = new KeyHolder();
    keycloak.bind(PARTNER, true);
    try {
      assertThat(keycloak.tokenWith("", PARTNER)).as("without a proof").isEmpty();
      String token = keycloak.tokenWith(partner.proof(keycloak.tokens(), ""), PARTNER);
      Caller stolen = system.callerWith(token);
      Caller bound = stolen.sending("Authorization", "DPoP " + token);
      Map<String, String> who = Map.of("id", lilei.id());

      Answer read = bound.sending("DPoP", partner.proof(graphql, token)).ask(Load.READ, who);
      assertThat(read.data("customer").path("name").asText()).as(read.body()).contains("*");

      String refused = system.callerWith("").ask(Load.READ, who).body();
      assertThat(refused).contains("UNAUTHENTICATED");
      assertThat(stolen.ask(Load.READ, who).body()).isEqualTo(refused);
      assertThat(bound.ask(Load.READ, who).body()).isEqualTo(refused);
      assertThat(bound.sending("DPoP", thief.proof(graphql, token)).ask(Load.READ, who).body())
          .isEqualTo(refused);
    } finally {
      keycloak.bind(PARTNER, false);
      lilei.withdraw(consent);
    }
  }
}
