package org.shouxin.consent.permission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Words;
import org.shouxin.platform.problem.ProblemCode;

/**
 * The one answer to one question: reads, masks and audit events all carry its id (promise 2).
 *
 * @param ruleVersion version of the rules and of the purpose that were applied
 * @param evenRestricted the purpose goes on for data that are only stored (PIPL 47 para 2)
 * @param callerRefusal why the caller is refused whoever is asked about; null when it may ask
 *     (R-PT-01, R-PT-02, R-AC-06)
 * @param people in the order of the question
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PermissionDecision(
    UUID id,
    String purpose,
    String ruleVersion,
    boolean evenRestricted,
    @Nullable ProblemCode callerRefusal,
    List<Answer> people) {

  /**
   * The same decision for a partner who asks without a service of ours between: refused, withdrawn
   * and unknown look the same (D-06).
   */
  PermissionDecision withoutReasons() {
    return new PermissionDecision(
        id,
        purpose,
        ruleVersion,
        evenRestricted,
        callerRefusal,
        people.stream()
            .map(answer ->
                new Answer(
                    answer.id(), answer.permitted(), null, null, null, answer.fields(), null, null))
            .toList());
  }

  /**
   * The answer for one person; rule, basis, consent and reasons are missing where a partner asks
   * directly.
   *
   * @param rule id of the rule that decided
   * @param fields the asked fields that may be processed; empty when refused
   * @param reasons one sentence in each language that a customer understands
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      String id,
      boolean permitted,
      @Nullable String rule,
      @Nullable String legalBasis,
      @Nullable UUID consentRecordId,
      List<String> fields,
      @Nullable Words reasons,
      @Nullable ReasonCode reasonCode) {

    /** The same answer with this sentence. */
    Answer with(@Nullable Words sentence) {
      return new Answer(
          id, permitted, rule, legalBasis, consentRecordId, fields, sentence, reasonCode);
    }
  }
}
