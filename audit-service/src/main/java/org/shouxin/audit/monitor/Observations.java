package org.shouxin.audit.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.monitor.rule.Act;
import org.shouxin.audit.monitor.rule.ActorKey;
import org.shouxin.audit.monitor.rule.Observation;

/** Reads what an entry says of an employee's or a partner's behaviour. */
final class Observations {
  private static final Set<String> FOLLOWED = Set.of("employee", "partner");

  /** Attempts of who is blocked already are refused and logged, but prove nothing new. */
  private static final String BLOCKED = "ACCESS_BLOCKED";

  private Observations() {}

  /** The observation; empty for entries that the rules do not look at. */
  static Optional<Observation> read(LoggedEntry entry, Set<UUID> canaries) {
    JsonNode content = entry.content();
    JsonNode actor = content.path("actor");
    Optional<Act> act = act(entry.type());
    if (act.isEmpty()
        || !FOLLOWED.contains(actor.path("kind").asText())
        || content.path("reason").asText().equals(BLOCKED)) {
      return Optional.empty();
    }
    JsonNode lookup = content.path("lookup");
    UUID person = person(content);
    return Optional.of(
        new Observation(
            OffsetDateTime.parse(content.path("occurredAt").asText()).toInstant(),
            new ActorKey(
                entry.controllerId(), actor.path("kind").asText(), actor.path("id").asText()),
            actor.path("role").asText("*"),
            act.get(),
            person == null ? 0 : Observation.shortHash(person),
            lookup.path("own").asBoolean(true),
            lookup.path("kind").asText().equals("list"),
            person != null && canaries.contains(person),
            lookup.path("surname").textValue(),
            lookup.path("numbers").textValue()));
  }

  /** The person whom the entry concerns. */
  static @Nullable UUID person(JsonNode content) {
    String subject = content.path("subjectRef").textValue();
    return subject == null ? null : UUID.fromString(subject);
  }

  private static Optional<Act> act(String type) {
    return switch (type) {
      case "record.read", "data.provided" -> Optional.of(Act.READ);
      case "access.denied", "policy.decision.deny" -> Optional.of(Act.REFUSED);
      case "access.break_glass.opened" -> Optional.of(Act.BREAK_GLASS);
      case "access.limited" -> Optional.of(Act.LIMITED);
      case "export.requested", "export.created", "data.exported" -> Optional.of(Act.EXPORTED);
      default -> Optional.empty();
    };
  }
}
