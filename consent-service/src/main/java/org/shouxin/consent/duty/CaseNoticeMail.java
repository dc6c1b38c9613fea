package org.shouxin.consent.duty;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice to staff on its way to a mail: nothing of the person whose case it is.
 *
 * @param number receipt number of a complaint; null for a rights request
 * @param hours hours that had passed; null for a major complaint
 * @param handler employee number, when it is for the handler
 * @param notTo employees whom the complaint is about: they are told nothing
 */
public record CaseNoticeMail(
    String controllerId,
    UUID noticeId,
    @Nullable String number,
    String code,
    CaseNotice.Escalation kind,
    @Nullable Integer hours,
    CaseNotice.Function audience,
    @Nullable String handler,
    List<String> notTo) {

  /** How a try ended; after RETRY nothing had left. */
  public enum Outcome {
    SENT,
    NO_ADDRESS,
    UNCERTAIN,
    RETRY
  }
}
