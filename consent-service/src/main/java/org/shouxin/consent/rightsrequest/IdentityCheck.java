package org.shouxin.consent.rightsrequest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * What staff say about who asks.
 *
 * @param reference where the call or the letter is filed; a number of ours, never a document's
 */
record IdentityCheck(
    @NotNull IdentityProof proof,
    @Nullable @Pattern(regexp = "(?!.*\\d{11})[A-Za-z0-9][A-Za-z0-9./_-]{2,39}") String reference) {

  /**
   * Lets a check pass that is enough for what is asked.
   *
   * @throws ProblemException {@code IDENTITY_PROOF_TOO_WEAK}; {@code EVIDENCE_REQUIRED} when a call
   *     or a letter has no place in the file
   */
  void requireEnoughFor(RightsRequestType type) {
    proof.requireEnoughFor(type);
    if (proof.isOnFile() && reference == null) {
      throw new ProblemException(ProblemCode.EVIDENCE_REQUIRED, "where the proof is filed");
    }
  }
}
