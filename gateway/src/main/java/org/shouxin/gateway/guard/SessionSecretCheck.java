package org.shouxin.gateway.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.shouxin.platform.startup.DeploymentMode;
import org.shouxin.platform.startup.StartupCheck;

/** Refuses to start in production with the demo's session secret, or with introspection on. */
@ApplicationScoped
class SessionSecretCheck implements StartupCheck {
  private static final String SECRET = "quarkus.oidc.token-state-manager.encryption-secret";
  private static final String INTROSPECTION = "shouxin.graphql.introspection";
  private static final int SHORTEST = 32;

  private final Config config;
  private final DeploymentMode mode;
  private final GraphQlLimits limits;

  @Inject
  SessionSecretCheck(Config config, DeploymentMode mode, GraphQlLimits limits) {
    this.config = config;
    this.mode = mode;
    this.limits = limits;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    String secret = config.getOptionalValue(SECRET, String.class).orElse("");
    if (secret.length() < SHORTEST) {
      findings.add(Finding.severe(SECRET, "needs 32 characters or more"));
    }
    if (!mode.isDemo()) {
      if (secret.contains("demo")) {
        findings.add(Finding.severe(SECRET, "is the published secret of the demo"));
      }
      if (limits.introspection()) {
        findings.add(Finding.severe(INTROSPECTION, "must be off in production (R-PT-03)"));
      }
    }
    return findings;
  }
}
