package org.shouxin.consent.permission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.consentrecord.ConsentState;
import org.shouxin.consent.guardianship.DecidedAs;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.identity.Actor;

/**
 * Everything a decision about one person rests on, and nothing else: the same facts always give the
 * same verdict.
 *
 * @param objection why the caller may ask about nobody today; null when nothing speaks against it
 * @param recipient the calling partner's entry in the register, null for other actors and unknown
 *     partners
 * @param child under 14: only a guardian's consent counts (PIPL 31)
 * @param ward a child whose guardian is the asking customer
 * @param consent the person's consent to purpose and recipient as it counts now, null when there is
 *     none
 * @param asked fields asked for
 */
record Facts(
    Actor actor,
    @Nullable ReasonCode objection,
    Purpose purpose,
    @Nullable Recipient recipient,
    Person person,
    boolean child,
    boolean ward,
    @Nullable Consent consent,
    Set<DataField> asked,
    LocalDate today,
    Instant now) {

  /** The state and scope of a consent at {@link Facts#now}, and in which role it was decided. */
  record Consent(UUID id, ConsentState state, DecidedAs decidedAs, Set<Category> categories) {}
}
