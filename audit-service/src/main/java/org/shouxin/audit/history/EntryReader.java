package org.shouxin.audit.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.checkpoint.SignedEntries;

/** Reads an access from the entry that was signed, never from the index that led to it. */
@Singleton
class EntryReader {
  private final SignedEntries signed;
  private final ObjectMapper json;

  @Inject
  EntryReader(SignedEntries signed, ObjectMapper json) {
    this.signed = signed;
    this.json = json;
  }

  AccessEvent read(IndexedEntry row) {
    JsonNode entry = parse(row, signed.require(row.logIndex(), row.entry()));
    requireSameAsIndex(row, entry);
    List<String> fields = new ArrayList<>();
    entry.path("resource").path("fields").forEach(name -> fields.add(name.asText()));
    return new AccessEvent(
        text(entry.path("eventId")),
        text(entry.path("occurredAt")),
        text(entry.path("type")),
        text(entry.path("actor").path("kind")),
        text(entry.path("actor").path("id")),
        entry.path("actor").path("organization").textValue(),
        entry.path("subjectRef").textValue(),
        entry.path("purpose").textValue(),
        entry.path("legalBasis").textValue(),
        fields,
        isPermitted(entry),
        entry.path("decision").path("id").textValue(),
        entry.path("decision").path("reasonCode").textValue(),
        row.logIndex(),
        Words.of(
            row.actorKind(),
            row.actorId(),
            isPermitted(entry),
            fields,
            entry.path("purpose").asText("")));
  }

  private JsonNode parse(IndexedEntry row, String entry) {
    try {
      return json.readTree(entry);
    } catch (JsonProcessingException unreadable) {
      throw signed.alarm("entry " + row.logIndex() + " is not JSON");
    }
  }

  private void requireSameAsIndex(IndexedEntry row, JsonNode entry) {
    @Nullable String subject = row.subjectRef() == null ? null : row.subjectRef().toString();
    boolean same =
        row.eventId().toString().equals(entry.path("eventId").textValue())
            && Objects.equals(subject, entry.path("subjectRef").textValue())
            && row.actorKind().equals(entry.path("actor").path("kind").textValue())
            && row.actorId().equals(entry.path("actor").path("id").textValue());
    if (!same) {
      throw signed.alarm("the index row of entry " + row.logIndex() + " says other than the entry");
    }
  }

  private static boolean isPermitted(JsonNode entry) {
    JsonNode decision = entry.path("decision").path("permitted");
    String type = entry.path("type").asText();
    return decision.isBoolean()
        ? decision.booleanValue()
        : type.equals("record.read") || type.equals("data.provided");
  }

  private static String text(JsonNode value) {
    return value.asText("");
  }
}
