package org.shouxin.audit.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.Role;

/** Which events a caller may see, always within its own data controller. */
public sealed interface Viewer {

  /** A customer: everything about herself. */
  record Person(UUID customer) implements Viewer {}

  /** A partner or an employee: what it did itself. */
  record Doer(String kind, String id) implements Viewer {}

  /** Auditor, compliance officer, regulator: everything of the controller. */
  record Overseer() implements Viewer {}

  static Viewer of(Actor actor) {
    if (actor.has(Role.AUDITOR)
        || actor.has(Role.COMPLIANCE_OFFICER)
        || actor.has(Role.REGULATOR)) {
      return new Overseer();
    }
    if (actor.kind() == ActorKind.CUSTOMER) {
      return new Person(actor.requireCustomer().value());
    }
    return new Doer(actor.kind().label(), actor.id());
  }

  /** Whether an event about this subject, done by this actor, is the caller's to see. */
  default boolean sees(@Nullable UUID subject, String actorKind, String actorId) {
    return switch (this) {
      case Person(UUID customer) -> customer.equals(subject);
      case Doer(String kind, String id) -> kind.equals(actorKind) && id.equals(actorId);
      case Overseer() -> true;
    };
  }
}
