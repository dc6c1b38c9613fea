package org.shouxin.platform.identity;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Not ready until the issuer was met once: without its keys nobody's token can be verified. Each
 * look tries again, and the log says why once and when it is over (docs/operations.md, Bad starts).
 * Later the issuer's absence takes nothing down, since its keys are kept.
 */
@Readiness
@ApplicationScoped
class IssuerReadiness implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(IssuerReadiness.class);

  private final TenantConfigBean issuers;
  private final AtomicBoolean trying = new AtomicBoolean();
  private final AtomicBoolean said = new AtomicBoolean();

  @Inject
  IssuerReadiness(TenantConfigBean issuers) {
    this.issuers = issuers;
  }

  @Override
  public HealthCheckResponse call() {
    TenantConfigContext issuer = issuers.getDefaultTenant();
    if (issuer == null || !issuer.oidcConfig().tenantEnabled() || issuer.ready()) {
      if (said.compareAndSet(true, false)) {
        LOG.info("the issuer answers; this replica can verify tokens");
      }
      return HealthCheckResponse.up("issuer");
    }
    if (said.compareAndSet(false, true)) {
      LOG.warnf(
          "the issuer does not answer, so this replica is not ready: %s",
          issuer.oidcConfig().authServerUrl().orElse("no address"));
    }
    if (trying.compareAndSet(false, true)) {
      issuer
          .initialize()
          .subscribe()
          .with(met -> trying.set(false), stillAway -> trying.set(false));
    }
    return HealthCheckResponse.named("issuer").down().withData("reason", "not met yet").build();
  }
}
