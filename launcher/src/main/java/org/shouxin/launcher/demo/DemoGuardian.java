package org.shouxin.launcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.HttpStatusException;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.keycloak.TokenEndpoint;

/** Verifies li.lei as guardian of his daughter in the demo's book, as a supervisor does. */
final class DemoGuardian {
  private static final String MANAGER = "wang.manager";
  private static final String VERIFIER = "sun.supervisor";
  private static final int CONFLICT = 409;
  private static final int MOST_TRIES = 60;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final URI records;
  private final URI consent;
  private final TokenEndpoint tokens;
  private final DemoCustomers customers;
  private final ObjectMapper json = new ObjectMapper();
  private final Http http = new Http();

  DemoGuardian(Layout layout, TokenEndpoint tokens, DemoCustomers customers) {
    this.records = layout.url(Component.RECORDS);
    this.consent = layout.url(Component.CONSENT);
    this.tokens = tokens;
    this.customers = customers;
  }

  /** Verifies; a second time changes nothing. */
  void verify() {
    ObjectNode claim = json.createObjectNode();
    claim.put("childId", childId()).put("guardianId", customers.id("li.lei"));
    claim.put("relation", "PARENT").put("evidence", "BIRTH_CERTIFICATE");
    claim.put("evidenceSha256", "5e".repeat(32));
    for (int attempt = 1; !verified(claim, attempt == MOST_TRIES); attempt++) {
      pause();
    }
  }

  /** Entering somebody who is known already changes nothing and answers her id. */
  private String childId() {
    ObjectNode child = json.createObjectNode();
    child.put("name", "李萌").put("gender", "F").put("birthDate", "2017-06-01");
    child.put("idType", "RIC").put("idNumber", "330100201706010482");
    return http.post(records.resolve("/v1/customers"), tokens.accessToken(MANAGER), child)
        .path("id")
        .asText();
  }

  /** False while records-service has not told consent-service yet who is a child. */
  private boolean verified(ObjectNode claim, boolean last) {
    try {
      http.post(consent.resolve("/v1/guardianships"), tokens.accessToken(VERIFIER), claim);
      return true;
    } catch (HttpStatusException refused) {
      if (last || refused.status() != CONFLICT) {
        throw refused;
      }
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.", stopped);
    }
  }
}
