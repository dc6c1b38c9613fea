package org.shouxin.gateway;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** A request that says so finds no Keycloak: nothing listens where it is looked for. */
@ApplicationScoped
public class KeycloakAway implements TenantConfigResolver {
  static final String HEADER = "X-Test-Keycloak";
  static final String SESSION = "q_session_away";

  private static final OidcTenantConfig NOWHERE =
      OidcTenantConfig.authServerUrl("http://localhost:1/realms/away")
          .tenantId("away")
          .clientId("gateway")
          .applicationType(ApplicationType.HYBRID)
          .build();

  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext routing, OidcRequestContext<OidcTenantConfig> context) {
    return routing.request().getHeader(HEADER) == null
        ? Uni.createFrom().nullItem()
        : Uni.createFrom().item(NOWHERE);
  }
}
