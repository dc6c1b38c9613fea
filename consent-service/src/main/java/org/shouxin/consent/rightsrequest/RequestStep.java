package org.shouxin.consent.rightsrequest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;

/**
 * One appended step of a rights request.
 *
 * @param reasonCode why it was refused; of {@code VERIFIED} how it was checked who asks
 */
public record RequestStep(
    Kind kind, Instant at, String actorId, @Nullable String reasonCode, @Nullable UUID textId) {

  /** Whether this actor checked who asks. */
  boolean isCheckBy(Actor actor) {
    return kind == Kind.VERIFIED && actorId.equals(actor.id());
  }

  /** What happened, and the audit event that tells it. */
  public enum Kind {
    VERIFIED("identity.verified"),
    WAITING("clock.paused"),
    RESUMED("clock.resumed"),
    ANSWERED("rights.answered"),
    REFUSED("rights.refused");

    private final String event;

    Kind(String event) {
      this.event = event;
    }

    String event() {
      return event;
    }
  }
}
