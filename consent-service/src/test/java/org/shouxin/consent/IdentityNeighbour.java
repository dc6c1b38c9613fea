package org.shouxin.consent;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A WireMock server in Keycloak's place: it gives this service its token; tests add accounts. */
public final class IdentityNeighbour implements QuarkusTestResourceLifecycleManager {
  public static final WireMockServer SERVER =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true));

  @Override
  public Map<String, String> start() {
    SERVER.start();
    forget();
    return Map.of(
        "quarkus.rest-client.identity-provider.url",
        SERVER.baseUrl() + "/admin",
        "quarkus.oidc-client.auth-server-url",
        SERVER.baseUrl(),
        "quarkus.oidc-client.discovery-enabled",
        "false",
        "quarkus.oidc-client.token-path",
        "/token",
        "quarkus.oidc-client.credentials.secret",
        "test");
  }

  /** Only the token endpoint answers. */
  public static void forget() {
    SERVER.resetAll();
    SERVER.stubFor(
        post("/token")
            .willReturn(
                okJson("{\"access_token\":\"own\",\"expires_in\":300,\"token_type\":\"Bearer\"}")));
  }

  @Override
  public void stop() {
    SERVER.stop();
  }
}
