package org.shouxin.consent.consentrecord;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.guardianship.DecidedAs;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;

/**
 * A checked ask in the context of its person's live record.
 *
 * @param as in which role the actor decides
 * @param live the newest record of person, purpose and recipient, null when there is none
 * @param now later than every earlier decision of the live record, whatever the clock says
 */
record ConsentSituation(
    Actor actor,
    DecidedAs as,
    CustomerId customer,
    ConsentAsk ask,
    Purpose purpose,
    @Nullable Recipient recipient,
    Set<Category> categories,
    @Nullable StoredConsent live,
    Instant now) {}
