package org.shouxin.audit.proof;

import java.util.List;

/**
 * Proof that an event is in the log (RFC 9162 section 2.1.3).
 *
 * @param leaf the exact entry text
 * @param leafHash standard base64
 * @param hashes the path, the leaf's sibling first, standard base64
 * @param checkpoint the signed note whose root the path leads to
 */
public record InclusionProof(
    String eventId,
    long logIndex,
    String leaf,
    String leafHash,
    List<String> hashes,
    String checkpoint) {}
