package org.shouxin.audit.retention;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/**
 * A record with what the table of precedence asks about it, as of a day.
 *
 * @param retentionClass the class whose period is the longest
 * @param startsOn planned or past start of that period
 * @param dueOn last day of it; null while it has not begun
 * @param foreseeableOn the due date as far as it can be foreseen, from a planned start
 * @param kept a period runs or has not begun: this record's, or for an identity file any of hers
 * @param statutory one of the periods that run is the law's
 * @param open its period cannot begin yet, and nobody knows when
 * @param onErasure the class's answer to an erasure request
 */
public record KeptRecord(
    ControllerId controllerId,
    String subjectRef,
    String store,
    String recordRef,
    RecordKind kind,
    String retentionClass,
    int ruleVersion,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate foreseeableOn,
    String state,
    @Nullable String restrictionBasis,
    boolean held,
    boolean kept,
    boolean statutory,
    boolean open,
    boolean purposeOver,
    String onErasure,
    int amount,
    String countedIn,
    String articleZh,
    String articleEn) {

  private static final String ERASURE = "ERASURE_REQUEST";

  /** Facts as they are, with the erasure that was confirmed if one was. */
  Precedence.Facts facts() {
    return facts(restrictionBasis != null && restrictionBasis.startsWith(ERASURE));
  }

  Precedence.Facts facts(boolean erasureAsked) {
    Precedence.Period period =
        !kept
            ? Precedence.Period.OVER
            : statutory ? Precedence.Period.STATUTORY : Precedence.Period.OWN;
    return new Precedence.Facts(held, period, erasureAsked, isEvidence(), purposeOver);
  }

  /** An open case, or files that are nobody's to erase. */
  boolean isEvidence() {
    return onErasure.equals("REFUSE") || (onErasure.equals("ANONYMISE") && open);
  }

  /** As an item for destruction, due on a day. */
  DueItem dueOn(LocalDate day) {
    return new DueItem(
        controllerId, subjectRef, store, recordRef, retentionClass, ruleVersion, day);
  }

  /** As an item whose own due day has come. */
  DueItem dueItem() {
    return dueOn(Objects.requireNonNull(dueOn));
  }
}
