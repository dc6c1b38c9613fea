package org.shouxin.audit.carrieditem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * One item of a package: {@code auditEntry} (an entry of the log with its inclusion proof and the
 * signed checkpoint), {@code retentionClock} (what is kept of her until when) or {@code incident}
 * (what touched her, with its clocks).
 */
record CarriedItem(@NotNull @Size(max = 40) String itemClass, @NotNull ObjectNode content) {
  static final String ENTRY = "auditEntry";
  static final String CLOCK = "retentionClock";
  static final String INCIDENT = "incident";

  /** What tells it from the others of its class and person. */
  String place() {
    return switch (itemClass) {
      case ENTRY -> content.path("logIndex").asText();
      case INCIDENT -> content.path("incidentId").asText();
      default ->
          content.path("store").asText()
              + '|'
              + content.path("recordRef").asText()
              + '|'
              + content.path("retentionClass").asText();
    };
  }
}
