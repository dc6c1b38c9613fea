package org.shouxin.platform.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code production} (the default) or {@code demo}: production refuses every convenience of the
 * one-machine demo: published secrets, plain-text issuer, keys made on the spot.
 */
@ApplicationScoped
public class DeploymentMode implements StartupCheck {
  private static final String MODE = "shouxin.mode";
  private static final String CURSOR_KEY = "shouxin.paging.cursor-key";
  private static final String ISSUER = "quarkus.oidc.auth-server-url";
  private static final List<String> SECRETS =
      List.of("quarkus.oidc.credentials.secret", "quarkus.oidc-client.credentials.secret");

  private final String mode;
  private final Config config;

  @Inject
  DeploymentMode(
      @ConfigProperty(name = MODE, defaultValue = "production") String mode, Config config) {
    this.mode = mode;
    this.config = config;
  }

  public boolean isDemo() {
    return mode.equals("demo");
  }

  @Override
  public List<Finding> findings() {
    if (isDemo()) {
      return List.of();
    }
    if (!mode.equals("production")) {
      return List.of(Finding.severe(MODE, "must be production or demo"));
    }
    java.util.ArrayList<Finding> findings = new java.util.ArrayList<>();
    if (value(CURSOR_KEY).isEmpty()) {
      findings.add(
          Finding.severe(CURSOR_KEY, "is not set; replicas could not read each other's cursors"));
    }
    if (!value(ISSUER).map(issuer -> issuer.startsWith("https://")).orElse(false)) {
      findings.add(Finding.severe(ISSUER, "must be an https address in production"));
    }
    for (String secret : SECRETS) {
      if (value(secret).map(text -> text.contains("demo")).orElse(false)) {
        findings.add(Finding.severe(secret, "is the published secret of the demo realm"));
      }
    }
    return findings;
  }

  private Optional<String> value(String key) {
    return config.getOptionalValue(key, String.class);
  }
}
