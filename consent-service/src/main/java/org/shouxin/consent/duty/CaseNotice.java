package org.shouxin.consent.duty;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice to staff that a case is late or major (R-CP-01, DR-14).
 *
 * @param number receipt number of a complaint; null for a rights request
 * @param code the clock, or {@code MAJOR}
 * @param hours hours that had passed; null for a major complaint
 */
public record CaseNotice(
    UUID id,
    UUID caseId,
    @Nullable String number,
    String code,
    Escalation kind,
    @Nullable Integer hours,
    Function audience,
    Instant raisedAt) {

  /** What happened to the case. */
  public enum Escalation {
    ESCALATED,
    BREACHED,
    MAJOR
  }

  /** Whom it is for. */
  public enum Function {
    HANDLER,
    SUPERVISOR,
    COMPLIANCE_OFFICER
  }

  private static final int TO_SUPERVISOR = 48;
  private static final int TO_COMPLIANCE = 60;

  /**
   * Whom a step of a clock is told (R-CP-01): first whoever handles the case, from 48 h on the
   * supervisor, from 60 h on compliance, too; a breach both.
   *
   * @param handled whether somebody was named to handle it: else it is for who names somebody
   */
  static List<Function> audiences(Escalation kind, int hours, boolean handled) {
    if (kind != Escalation.ESCALATED || hours >= TO_COMPLIANCE) {
      return List.of(Function.SUPERVISOR, Function.COMPLIANCE_OFFICER);
    }
    if (hours >= TO_SUPERVISOR) {
      return List.of(Function.SUPERVISOR);
    }
    return List.of(handled ? Function.HANDLER : Function.COMPLIANCE_OFFICER);
  }
}
