package org.shouxin.consent.consentrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.notice.NoticeText;
import org.shouxin.consent.notice.Notices;
import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Composes consent texts from purpose, recipient and the processor of the notice in force. */
@ApplicationScoped
class ConsentTexts {
  private final Notices notices;

  ConsentTexts(Notices notices) {
    this.notices = notices;
  }

  /**
   * The text in force.
   *
   * @throws ProblemException CONSENT_NOT_ASKED for a purpose that rests on law or contract,
   *     NOTICE_NOT_FOUND before a notice is published
   */
  ConsentText get(
      Handle handle,
      Purpose purpose,
      @Nullable Recipient recipient,
      Language language,
      Instant now) {
    ConsentPolicies.requireConsentIsAsked(purpose);
    ConsentPolicies.requireRecipientFits(purpose, recipient);
    NoticeText.Processor processor =
        notices
            .findProcessor(handle, language, now)
            .orElseThrow(() -> new ProblemException(ProblemCode.NOTICE_NOT_FOUND));
    return ConsentText.compose(purpose, recipient, processor, language);
  }
}
