package org.shouxin.audit.monitor;

import com.fasterxml.jackson.databind.JsonNode;

/** An entry of the log with its place. */
record LoggedEntry(long logIndex, JsonNode content) {

  String type() {
    return content.path("type").asText();
  }

  String controllerId() {
    return content.path("controllerId").asText();
  }

  /** Whether this service decided it: nobody else's word lifts or confirms an alert. */
  boolean isOwn() {
    return content.path("source").asText().startsWith("audit-service.");
  }
}
