package org.shouxin.consent.consentrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.consent.guardianship.DecidedAs;
import org.shouxin.consent.guardianship.Guardians;
import org.shouxin.consent.notice.Notices;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.consent.recipient.Recipients;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.time.BusinessTime;

/** Checks an ask against everything it rests on, and puts it beside the person's live record. */
@ApplicationScoped
class ConsentSituations {
  private final ConsentRows rows;
  private final ConsentTexts texts;
  private final Purposes purposes;
  private final Recipients recipients;
  private final Notices notices;
  private final Guardians guardians;
  private final Clock clock;

  ConsentSituations(
      ConsentRows rows,
      ConsentTexts texts,
      Purposes purposes,
      Recipients recipients,
      Notices notices,
      Guardians guardians,
      Clock clock) {
    this.rows = rows;
    this.texts = texts;
    this.purposes = purposes;
    this.recipients = recipients;
    this.notices = notices;
    this.guardians = guardians;
    this.clock = clock;
  }

  /** The situation of an ask, or the refusal of the first rule it breaks. */
  ConsentSituation check(Handle handle, Actor actor, CustomerId customer, ConsentAsk ask) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var today = BusinessTime.today(clock);
    DecidedAs as = guardians.roleOf(handle, actor, customer, today);
    Purpose purpose = purposes.getUsable(handle, ask.purpose(), today);
    ConsentPolicies.requireConsentIsAsked(purpose);
    String recipientId = ask.recipientId();
    Recipient recipient = recipientId == null ? null : recipients.get(handle, recipientId);
    ConsentPolicies.requireRecipientFits(purpose, recipient);
    Set<Category> categories =
        ConsentPolicies.requireCategoriesOfPurpose(ask.categories(), purpose);
    ConsentPolicies.requireSeparateActWhereDemanded(
        Boolean.TRUE.equals(ask.separate()), purpose, categories);
    ConsentPolicies.requireRecipientMayReceive(purpose, recipient, today);
    UUID noticeId = Ids.parse(ask.noticeId());
    notices.requireCurrent(handle, noticeId, ask.noticeVersion(), ask.language(), now);
    ConsentPolicies.requireTextInForce(
        ask.uiTextSha256(), texts.get(handle, purpose, recipient, ask.language(), now));
    StoredConsent live =
        rows.findLive(handle, customer, purpose.code(), recipientId, today).orElse(null);
    return new ConsentSituation(
        actor,
        as,
        customer,
        ask,
        purpose,
        recipient,
        categories,
        live,
        live == null ? now : live.next(now));
  }

  /** The purpose's period; what a guardian gave ends on the child's 14th birthday (PIPL 31). */
  Instant expiry(Handle handle, ConsentSituation s) {
    Instant period =
        s.now().atZone(BusinessTime.ZONE).plus(s.purpose().consentPeriod()).toInstant();
    if (s.as() != DecidedAs.GUARDIAN) {
      return period;
    }
    return guardians
        .fourteenOn(handle, s.customer(), BusinessTime.today(clock))
        .map(day -> day.atStartOfDay(BusinessTime.ZONE).toInstant())
        .filter(birthday -> birthday.isBefore(period))
        .orElse(period);
  }
}
