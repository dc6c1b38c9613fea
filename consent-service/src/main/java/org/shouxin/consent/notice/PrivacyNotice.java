package org.shouxin.consent.notice;

import java.time.Instant;
import java.util.UUID;
import org.shouxin.consent.purpose.Language;

/**
 * One immutable version of a notice in one language.
 *
 * @param sha256 digest of the UTF-8 body, hexadecimal
 */
public record PrivacyNotice(
    UUID id,
    int version,
    Audience audience,
    Language language,
    String title,
    String body,
    String sha256,
    Instant effectiveFrom) {}
