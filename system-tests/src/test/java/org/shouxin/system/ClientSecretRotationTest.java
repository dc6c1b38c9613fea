package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;

/** The secret of a service's client is exchanged while people read (docs/rotation.md). */
@SystemTest
class ClientSecretRotationTest {
  private static final String PARTNER = "partner-haiyun";
  private static final String CLIENT = "records-service";
  private static final String FRESH = "fresh-secret-of-this-rotation";
  private static final int ENOUGH = 60;

  private final RunningSystem system;

  ClientSecretRotationTest(RunningSystem system) {
    this.system = system;
  }

  @Test
  void podsOfTheOldSecretReadOnAndThoseOfTheNewOneDeliverWhatTheyLeft() throws IOException {
    DemoCustomer lilei = system.customer("li.lei");
    lilei.withdrawAll("P-12", PARTNER);
    String consent = lilei.giveConsent("P-12", PARTNER).path("id").asText();
    KeycloakAdministrator keycloak = new KeycloakAdministrator(system);
    Load load = Load.start(system.caller(PARTNER), lilei.id());
    load.awaitAnswered(ENOUGH);
    String old = keycloak.exchangeSecret(CLIENT, FRESH);
    try (NextVersion next = NextVersion.beside(system)) {
      assertThat(keycloak.accepts(CLIENT, old)).isFalse();
      load.awaitAnswered(load.answered().size() + ENOUGH);

      next.start(Component.RECORDS, Map.of("quarkus.oidc-client.credentials.secret", FRESH));
      next.awaitReady(Component.RECORDS);
      system.installation().kill(Component.RECORDS);
      load.stop();
      Eventually.passes(() ->
          assertThat(AuditPathTest.decisionsOf(system.log().verifiedEntries(), "data.provided"))
              .doesNotHaveDuplicates()
              .containsAll(load.answered()));
    } finally {
      load.stop();
      keycloak.exchangeSecret(CLIENT, old);
      if (system.installation().pid(Component.RECORDS).isEmpty()) {
        system.installation().startAgain(Component.RECORDS);
      }
    }
    lilei.withdraw(consent);
  }
}
