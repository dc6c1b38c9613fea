package org.shouxin.consent.rightsrequest;

import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * How it was checked who asks: in proportion to the risk (R-CP-02), before any answer (K-05).
 * Network Data Regulations 23 and 25 let nobody be asked for more than that.
 */
enum IdentityProof {
  /** The person's own session in the portal; nothing that staff may claim. */
  SIGNED_IN(false),
  /** The original of the document, with the person present; no copy is kept (PIPL 6). */
  ORIGINAL_DOCUMENT_SEEN(false),
  /** Two matching factors, on a call back to the number on record. */
  TWO_FACTORS_ON_CALL_BACK(true),
  /**
   * A signed letter with a copy of the document. Anybody may send one: it opens and ends nothing.
   */
  LETTER_WITH_COPY(true);

  private final boolean onFile;

  IdentityProof(boolean onFile) {
    this.onFile = onFile;
  }

  /** Whether something is on file that shows the check: a call, a letter. */
  boolean isOnFile() {
    return onFile;
  }

  /** Whether staff can have seen this where the request came in. */
  boolean isPossibleAt(IntakeChannel channel) {
    return switch (this) {
      case SIGNED_IN -> false;
      case ORIGINAL_DOCUMENT_SEEN -> channel == IntakeChannel.COUNTER;
      case TWO_FACTORS_ON_CALL_BACK -> channel != IntakeChannel.COUNTER;
      case LETTER_WITH_COPY -> channel == IntakeChannel.LETTER;
    };
  }

  /**
   * Lets a check pass that staff claim for a request.
   *
   * @throws ProblemException {@code IDENTITY_PROOF_TOO_WEAK} when more is at stake than it shows
   */
  void requireEnoughFor(RightsRequestType type) {
    boolean enough =
        switch (this) {
          case SIGNED_IN -> false;
          case ORIGINAL_DOCUMENT_SEEN, TWO_FACTORS_ON_CALL_BACK -> true;
          case LETTER_WITH_COPY -> !type.opensOrEndsSomething();
        };
    if (!enough) {
      throw new ProblemException(ProblemCode.IDENTITY_PROOF_TOO_WEAK);
    }
  }
}
