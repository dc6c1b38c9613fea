package org.shouxin.consent.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/** The log entry speaks of the decision that the receipt is about, and says the same. */
final class EntryCheck {
  private static final Map<String, String> EVENT_OF_STATE =
      Map.of(
          "dpv:ConsentGiven", "consent.given",
          "dpv:RenewedConsentGiven", "consent.given",
          "dpv:ConsentRefused", "consent.refused",
          "dpv:ConsentWithdrawn", "consent.withdrawn",
          "dpv:ConsentRevoked", "consent.revoked");

  private final JsonNode receipt;

  EntryCheck(JsonNode receipt) {
    this.receipt = receipt;
  }

  /** Returns the type of the event. */
  String require() throws Broken {
    JsonNode log = receipt.at("/proof/log");
    JsonNode entry = read(log.path("entry").asText());
    JsonNode processing = receipt.at("/processing/0");
    JsonNode event = receipt.at("/events/0");
    String purpose = processing.path("purpose").asText();
    String type = entry.path("type").asText();
    same("eventId", entry, log.path("event_id").asText());
    same("consentRecordId", entry, receipt.path("record_id").asText());
    same("subjectRef", entry, receipt.path("pii_principal_id").asText());
    same("controllerId", entry, processing.at("/pii_controllers/0").asText());
    same("purpose", entry, purpose.substring(0, Math.max(0, purpose.indexOf(' '))));
    same("legalBasis", entry, processing.path("lawful_basis").asText());
    same("recipientId", entry, processing.at("/recipient_third_parties/0").asText());
    same("noticeVersion", entry, lastPart(processing.path("privacy_notice").asText()));
    same("afterHash", entry, event.path("event_hash").asText());
    same("beforeHash", entry, event.path("prev_event_hash").asText());
    if (!type.equals(EVENT_OF_STATE.get(event.path("event_state").asText()))) {
      throw new Broken(Fault.ENTRY_DIFFERS, "type");
    }
    return type;
  }

  private static void same(String member, JsonNode entry, String said) throws Broken {
    if (!entry.path(member).asText().equals(said)) {
      throw new Broken(Fault.ENTRY_DIFFERS, member);
    }
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static JsonNode read(String entry) throws Broken {
    try {
      JsonNode read = new ObjectMapper().readTree(entry);
      if (read.isObject()) {
        return read;
      }
    } catch (IOException unreadable) {
      // Falls through to the fault.
    }
    throw new Broken(Fault.ENTRY_UNREADABLE, "/proof/log/entry");
  }
}
