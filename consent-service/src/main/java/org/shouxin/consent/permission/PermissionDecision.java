package org.shouxin.consent.permission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Words;

/**
 * The one answer to one question: reads, masks and audit events all carry its id (promise 2).
 *
 * @param ruleVersion version of the rules and of the purpose that were applied
 * @param people in the order of the question
 */
record PermissionDecision(UUID id, String purpose, String ruleVersion, List<Answer> people) {

  /**
   * The answer for one person.
   *
   * @param rule id of the rule that decided
   * @param fields the asked fields that may be processed; empty when refused
   * @param reasons one sentence in each language that a customer understands
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      String id,
      boolean permitted,
      String rule,
      String legalBasis,
      @Nullable UUID consentRecordId,
      List<String> fields,
      Words reasons,
      ReasonCode reasonCode) {}
}
