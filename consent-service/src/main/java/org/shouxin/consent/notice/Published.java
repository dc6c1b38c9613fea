package org.shouxin.consent.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.consent.purpose.Language;

/**
 * The answer to a publication.
 *
 * @param created false when exactly this text is in force already
 * @param changedItems items of DR-11 that read differently from the version before, in any language
 */
record Published(
    UUID id,
    int version,
    Audience audience,
    Instant effectiveFrom,
    boolean created,
    List<Digest> digests,
    List<String> changedItems) {

  /** SHA-256 of one language's body. */
  record Digest(Language language, String sha256) {}
}
