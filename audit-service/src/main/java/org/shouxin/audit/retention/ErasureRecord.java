package org.shouxin.audit.retention;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one record of an erasure request.
 *
 * @param decision DELETE, ANONYMISE, RESTRICT or REFUSE
 * @param reasonCode NO_LONGER_NEEDED, STATUTORY_RETENTION, LEGAL_HOLD, CASE_OPEN, EVIDENCE
 * @param untilOn last day of a restriction, where it is known
 */
public record ErasureRecord(
    String store,
    String recordRef,
    String kind,
    String decision,
    String reasonCode,
    String retentionClass,
    int ruleVersion,
    String articleZh,
    String articleEn,
    @Nullable LocalDate untilOn,
    String textZh,
    String textEn) {

  /** Whether it says the same but for the words. */
  boolean decidesLike(ErasureRecord other) {
    return store.equals(other.store)
        && recordRef.equals(other.recordRef)
        && decision.equals(other.decision)
        && reasonCode.equals(other.reasonCode)
        && Objects.equals(untilOn, other.untilOn);
  }
}
