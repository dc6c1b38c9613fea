package org.shouxin.consent.consentrecord;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.SeparateConsent;
import org.shouxin.consent.purpose.Withdrawal;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.consent.recipient.Standing;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** The rules a consent has to keep, one sentence each (R-CN-02, R-CN-03). */
final class ConsentPolicies {

  /** Nobody asks again so soon after a refusal (Net. data regs 22; product default). */
  static final Period COOLDOWN = Period.ofDays(180);

  private ConsentPolicies() {}

  /**
   * A purpose that rests on law or contract is told, not asked for: asking would mislead (PIPL 13).
   */
  static void requireConsentIsAsked(Purpose purpose) {
    if (!purpose.consentApplicable()) {
      throw new ProblemException(
          ProblemCode.CONSENT_NOT_ASKED, purpose.code() + ": " + purpose.article());
    }
  }

  /** What law or contract demands cannot be withdrawn from; the article says why (PIPL 15). */
  static void requireWithdrawable(Purpose purpose) {
    if (purpose.withdrawal() == Withdrawal.NEVER) {
      throw new ProblemException(
          ProblemCode.CONSENT_NOT_WITHDRAWABLE,
          purpose.code()
              + ": "
              + purpose.article()
              + ". "
              + purpose.withdrawalEffect().zh()
              + " / "
              + purpose.withdrawalEffect().en());
    }
  }

  /** Consent to sharing names its one recipient (PIPL 23); consent to anything else names none. */
  static void requireRecipientFits(Purpose purpose, @Nullable Recipient recipient) {
    if (!purpose.recipientRequired() && recipient != null) {
      throw new ProblemException(
          ProblemCode.REQUEST_INVALID,
          null,
          List.of(new Problem.Fault("recipientId", "UNEXPECTED", "this purpose names none")));
    }
    if (purpose.recipientRequired() && recipient == null) {
      throw new ProblemException(
          ProblemCode.REQUEST_INVALID,
          null,
          List.of(
              new Problem.Fault("recipientId", "REQUIRED", "this purpose names one recipient")));
    }
  }

  /** Nobody is asked to consent to a recipient that may not receive the data anyway (R-CN-05). */
  static void requireRecipientMayReceive(
      Purpose purpose, @Nullable Recipient recipient, LocalDate today) {
    if (recipient == null) {
      return;
    }
    Standing standing = recipient.standingOn(today);
    if (standing != Standing.ACTIVE) {
      throw new ProblemException(ProblemCode.RECIPIENT_INACTIVE, standing.name());
    }
    if (!recipient.agreement().purposes().contains(purpose.code())) {
      throw new ProblemException(
          ProblemCode.RECIPIENT_INACTIVE, "The agreement does not include this purpose.");
    }
  }

  /** Consent covers categories that the purpose needs, and no others (PIPL 6). */
  static Set<Category> requireCategoriesOfPurpose(List<String> names, Purpose purpose) {
    Set<Category> categories = EnumSet.noneOf(Category.class);
    for (String name : names) {
      Category category = category(name);
      if (category == null || !purpose.categories().contains(category)) {
        throw new ProblemException(
            ProblemCode.CATEGORY_UNKNOWN,
            purpose.code() + " has " + purpose.categories().stream().sorted().toList());
      }
      categories.add(category);
    }
    return categories;
  }

  /** A choice ticked beforehand is no consent (PIPL 14: explicit). */
  static void requireChosenByThePerson(ConsentAsk ask) {
    if (Boolean.TRUE.equals(ask.preselected())) {
      throw new ProblemException(ProblemCode.PRESELECTED_CONSENT);
    }
  }

  /**
   * One decision is about one purpose: separate consents are never bundled (Net. data regs 62(7)).
   */
  static void requireUnbundled(ConsentAsk ask) {
    List<String> purposes = ask.purposes();
    if (purposes != null && (purposes.size() > 1 || ask.purpose() != null)) {
      throw new ProblemException(ProblemCode.BUNDLED_SEPARATE_CONSENT);
    }
  }

  /** Where the law wants a separate consent, the act has to be one (PIPL 23, 29, 39). */
  static void requireSeparateActWhereDemanded(
      boolean separate, Purpose purpose, Set<Category> categories) {
    if (!separate && purpose.separate().demandedFor(categories)) {
      throw new ProblemException(
          ProblemCode.SEPARATE_CONSENT_REQUIRED,
          purpose.code()
              + (purpose.separate() == SeparateConsent.IF_SENSITIVE
                  ? " with health or financial data"
                  : ""));
    }
  }

  /** The decision quotes the text that is shown today. */
  static void requireTextInForce(String quotedSha256, ConsentText text) {
    if (!quotedSha256.toLowerCase(Locale.ROOT).equals(text.sha256())) {
      throw new ProblemException(ProblemCode.CONSENT_TEXT_MISMATCH);
    }
  }

  /** After a refusal only the person herself brings the subject up again. */
  static void requireNoCooldown(ConsentState state, boolean prompted, Instant now) {
    if (prompted && state instanceof ConsentState.Refused refused && refused.coolingDownAt(now)) {
      throw new ProblemException(
          ProblemCode.CONSENT_COOLDOWN, "Not before " + refused.cooldownUntil() + ".");
    }
  }

  /** A new consent never narrows an earlier one behind the person's back: that is a withdrawal. */
  static void requireNoSilentRevocation(ConsentRecord inForce, Set<Category> categories) {
    if (!categories.containsAll(inForce.categories())) {
      throw new ProblemException(
          ProblemCode.CONSENT_STATE_CONFLICT,
          "A consent to more categories is in force; withdraw it first.");
    }
  }

  private static @Nullable Category category(String name) {
    for (Category category : Category.values()) {
      if (category.name().equals(name)) {
        return category;
      }
    }
    return null;
  }
}
