package org.shouxin.consent;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A WireMock server in audit-service's place; it knows no event until a test says so. */
public final class AuditNeighbour implements QuarkusTestResourceLifecycleManager {
  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true));

  @Override
  public Map<String, String> start() {
    server.start();
    return Map.of(
        "quarkus.rest-client.audit-service.url",
        server.baseUrl(),
        "quarkus.oidc-client.enabled",
        "true",
        "quarkus.oidc-client.auth-server-url",
        server.baseUrl(),
        "quarkus.oidc-client.discovery-enabled",
        "false",
        "quarkus.oidc-client.token-path",
        "/token",
        "quarkus.oidc-client.credentials.secret",
        "test");
  }

  @Override
  public void stop() {
    server.stop();
  }
}
