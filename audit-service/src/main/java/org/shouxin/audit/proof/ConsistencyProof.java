package org.shouxin.audit.proof;

import java.util.List;

/**
 * Proof that the log of size {@code to} begins with the log of size {@code from} (RFC 9162 section
 * 2.1.4).
 *
 * @param hashes standard base64
 * @param checkpoint the newest signed note; its size is {@code to} where none was asked for
 */
public record ConsistencyProof(long from, long to, List<String> hashes, String checkpoint) {}
