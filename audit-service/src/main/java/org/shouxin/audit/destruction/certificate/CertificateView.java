package org.shouxin.audit.destruction.certificate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.proof.InclusionProof;

/**
 * A certificate with what proves it.
 *
 * @param body the certificate's JSON, exactly as signed
 * @param note signed note by the log's key over controller, number and digest
 * @param sha256 digest of the body, base64url; {@code afterHash} of the log's entry
 * @param proof that the entry is in the log; null for a moment after the issue
 */
public record CertificateView(
    UUID planId,
    String body,
    String note,
    String sha256,
    UUID eventId,
    Instant issuedAt,
    @Nullable InclusionProof proof) {}
