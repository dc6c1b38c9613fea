package org.shouxin.gateway.audit;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An audit event as audit-service tells it; only what an access shows. */
record RecordedEvent(
    String eventId,
    String occurredAt,
    String type,
    Actor actor,
    @Nullable String purpose,
    @Nullable Resource resource,
    @Nullable Decision decision,
    @Nullable String logIndex) {
  private static final Set<String> REFUSALS = Set.of("access.denied", "policy.decision.deny");

  record Actor(
      String kind, String id, @Nullable String employeeNo, @Nullable String organization) {}

  record Resource(@Nullable List<String> fields) {}

  record Decision(@Nullable String id, @Nullable Boolean permitted) {}

  AccessEvent toAccess() {
    List<String> fields = resource == null ? null : resource.fields();
    Boolean decided = decision == null ? null : decision.permitted();
    return new AccessEvent(
        eventId,
        occurredAt,
        actor.kind(),
        actor.id(),
        actor.organization(),
        purpose == null ? "" : purpose,
        fields == null ? List.of() : fields,
        decided == null ? !REFUSALS.contains(type) : decided,
        decision == null ? null : decision.id(),
        logIndex);
  }
}
