package org.shouxin.consent.receipt;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.erdtman.jcs.JsonCanonicalizer;
import org.shouxin.testing.PostgresServer;

/** What audit-service answers about one event at a time. */
final class AuditStub {
  private final WireMock audit;

  AuditStub() {
    URI url =
        URI.create(
            ConfigProvider.getConfig()
                .getValue("quarkus.rest-client.audit-service.url", String.class));
    audit = new WireMock(url.getHost(), url.getPort());
    forget();
  }

  /** No event is known. */
  void forget() {
    audit.resetMappings();
    audit.register(
        get(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withHeader("Content-Type", "application/problem+json")
                    .withBody(
                        "{\"type\":\"about:blank\",\"title\":\"No such event\",\"status\":404,\"code\":\"EVENT_NOT_FOUND\"}")));
  }

  void isAway() {
    audit.register(get(anyUrl()).willReturn(aResponse().withStatus(503)));
  }

  void integrate(TestLog log, String eventId, String entry) {
    audit.register(
        get(urlEqualTo("/v1/proofs/inclusion/" + eventId))
            .willReturn(okJson(log.inclusion(eventId, entry))));
  }

  /** The entry that audit-service would log for an event of the outbox. */
  String entryOf(String eventId) {
    try (Connection connection = PostgresServer.get().administrator("consent");
        PreparedStatement statement =
            connection.prepareStatement(
                "select body::text from audit_outbox where body::json ->> 'eventId' = ?")) {
      statement.setString(1, eventId);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        ObjectNode entry = (ObjectNode) new ObjectMapper().readTree(row.getString(1));
        entry.put("recordedAt", entry.path("occurredAt").asText());
        entry.put("source", "consent-service.a");
        entry.put("sourcePosition", 3);
        return new JsonCanonicalizer(entry.toString()).getEncodedString();
      }
    } catch (SQLException | IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
