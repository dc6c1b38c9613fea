package org.shouxin.consent.permission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.problem.ProblemCode;

/**
 * Whether a partner may ask at all today. It depends on the partner and the purpose alone, so its
 * refusal tells nothing about any person (D-06).
 */
final class PartnerStanding {
  private PartnerStanding() {}

  /** Null for a partner in good standing within its agreement, and for everybody else. */
  static @Nullable ProblemCode refusal(
      Actor actor, @Nullable Recipient recipient, String purpose, LocalDate today) {
    if (actor.kind() != ActorKind.PARTNER) {
      return null;
    }
    if (recipient == null) {
      return ProblemCode.RECIPIENT_INACTIVE;
    }
    return switch (recipient.standingOn(today)) {
      case ACTIVE ->
          recipient.agreement().purposes().contains(purpose)
              ? null
              : ProblemCode.RECIPIENT_INACTIVE;
      case SUSPENDED, LICENCE_EXPIRED, REVIEW_OVERDUE -> ProblemCode.PARTNER_SUSPENDED;
      case AGREEMENT_NOT_STARTED, AGREEMENT_ENDED -> ProblemCode.RECIPIENT_INACTIVE;
    };
  }
}
