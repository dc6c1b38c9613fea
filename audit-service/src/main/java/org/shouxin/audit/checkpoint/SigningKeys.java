package org.shouxin.audit.checkpoint;

import java.util.List;
import java.util.Optional;

/**
 * The key that signs and, while the log's key is being rotated, the one before it. Then every
 * checkpoint carries both lines: who knows only the old key goes on verifying until the new one has
 * been published everywhere, and what the old one signed stays the log's own.
 */
record SigningKeys(LogKey current, Optional<LogKey> previous) {
  String origin() {
    return current.verifierKey().name();
  }

  SignedNote sign(String text) {
    SignedNote note = current.sign(text);
    return previous.map(old -> note.with(old.sign(text).signatures())).orElse(note);
  }

  /** Whether either key signed it. */
  boolean haveSigned(SignedNote note) {
    return List.of(current, previous.orElse(current)).stream()
        .anyMatch(key -> note.isSignedBy(key.verifierKey()));
  }
}
