package org.shouxin.audit.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Ids;

/**
 * Turns a reported event into the entry that will be logged. An event that breaks the allow-list,
 * holds a personal number or lies far off in time is not logged; an {@code event.quarantined} entry
 * takes its place, says why, and an alarm is raised: nothing is dropped in silence, and its source
 * is not held up.
 */
@Singleton
final class EntryFactory {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Clock clock;
  private final Duration oldest;
  private final Duration skew;
  private final IntakeAlarms alarms;

  @Inject
  EntryFactory(
      Clock clock,
      IntakeAlarms alarms,
      @ConfigProperty(name = "shouxin.entry.oldest") Duration oldest,
      @ConfigProperty(name = "shouxin.entry.skew") Duration skew) {
    this.clock = clock;
    this.alarms = alarms;
    this.oldest = oldest;
    this.skew = skew;
  }

  PreparedEntry prepare(String source, long position, JsonNode event) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<Refusal> refusal = check(event, now);
    if (refusal.isEmpty()) {
      String reported = canonical(event);
      if (!PersonalNumbers.areIn(reported)) {
        return entry(source, position, (ObjectNode) event, reported, now);
      }
      refusal = Optional.of(Refusal.of(Refusal.Reason.PERSONAL_VALUE));
    }
    alarms.quarantined(source, position, refusal.get());
    ObjectNode instead = quarantined(event, refusal.get(), now);
    return entry(source, position, instead, canonical(instead), now);
  }

  private Optional<Refusal> check(JsonNode event, Instant now) {
    Optional<Refusal> fault = EventFields.check(event);
    if (fault.isPresent()) {
      return fault;
    }
    return isFarOff(event.get("occurredAt").textValue(), now)
        ? Optional.of(Refusal.of(Refusal.Reason.TIME_FAR_OFF, "occurredAt"))
        : Optional.empty();
  }

  private boolean isFarOff(String occurredAt, Instant now) {
    try {
      Instant at = OffsetDateTime.parse(occurredAt).toInstant();
      return at.isAfter(now.plus(skew)) || at.isBefore(now.minus(oldest));
    } catch (DateTimeException noSuchTime) {
      return true;
    }
  }

  private static ObjectNode quarantined(JsonNode event, Refusal refusal, Instant now) {
    ObjectNode entry = NODES.objectNode();
    JsonNode controller = event.path("controllerId");
    boolean known = controller.asText().matches("ctl-[a-z0-9][a-z0-9-]{0,40}");
    entry.put("eventId", Ids.next().toString());
    entry.put(
        "controllerId",
        known && !PersonalNumbers.areIn(controller.asText()) ? controller.asText() : "ctl-none");
    entry.put("occurredAt", now.toString());
    entry.put("type", PreparedEntry.QUARANTINED);
    entry.putObject("actor").put("kind", "system").put("id", "audit-service");
    entry.put("reason", refusal.reason().name());
    if (!refusal.field().isEmpty()) {
      entry.putObject("resource").put("type", "audit-event").put("id", refusal.field());
    }
    return entry;
  }

  private static PreparedEntry entry(
      String source, long position, ObjectNode event, String reported, Instant now) {
    ObjectNode whole = NODES.objectNode();
    whole.setAll(event);
    whole.put("recordedAt", now.toString());
    whole.put("source", source);
    whole.put("sourcePosition", position);
    return new PreparedEntry(
        source,
        position,
        UUID.fromString(event.get("eventId").textValue()),
        event.get("controllerId").textValue(),
        event.get("type").textValue(),
        OffsetDateTime.parse(event.get("occurredAt").textValue())
            .toInstant()
            .truncatedTo(ChronoUnit.MICROS),
        now,
        uuid(event.path("subjectRef")),
        event.path("actor").path("kind").textValue(),
        event.path("actor").path("id").textValue(),
        event.path("purpose").textValue(),
        event.path("decision").has("permitted")
            ? event.path("decision").get("permitted").booleanValue()
            : null,
        canonical(whole),
        reported);
  }

  private static @Nullable UUID uuid(JsonNode value) {
    return value.isTextual() ? UUID.fromString(value.textValue()) : null;
  }

  private static String canonical(JsonNode value) {
    return new String(CanonicalJson.write(value), StandardCharsets.UTF_8);
  }
}
