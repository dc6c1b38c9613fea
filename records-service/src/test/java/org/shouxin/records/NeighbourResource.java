package org.shouxin.records;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * One WireMock server as consent-service and audit-service; tests speak to it by {@link
 * ConsentService}.
 */
public final class NeighbourResource implements QuarkusTestResourceLifecycleManager {
  private final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options()
              .dynamicPort()
              .globalTemplating(true)
              .http2PlainDisabled(true));

  @Override
  public Map<String, String> start() {
    server.start();
    return Map.of(
        "quarkus.rest-client.consent-service.url",
        server.baseUrl(),
        "quarkus.rest-client.audit-service.url",
        server.baseUrl(),
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
