package org.shouxin.consent.receipt;

/** What audit-service says about one event. */
sealed interface LogAnswer {

  /** The event is in the log. */
  record Integrated(LogProof proof) implements LogAnswer {}

  /** Not in the log yet: ask again. */
  record Pending() implements LogAnswer {}

  /** audit-service cannot be asked now, or cannot know: the receipt goes without a proof. */
  record Unavailable() implements LogAnswer {}
}
