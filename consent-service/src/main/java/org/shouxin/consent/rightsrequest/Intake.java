package org.shouxin.consent.rightsrequest;

import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;

/**
 * How a request came in that staff recorded.
 *
 * @param recordedBy employee number
 * @param guardianId who stood there for a child
 */
public record Intake(IntakeChannel channel, String recordedBy, @Nullable CustomerId guardianId) {

  boolean isBy(Actor actor) {
    return recordedBy.equals(actor.id());
  }
}
