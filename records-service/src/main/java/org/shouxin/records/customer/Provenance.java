package org.shouxin.records.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from (R-RC-01): every stored value carries it.
 *
 * @param source for example {@code import:<id>}, {@code staff:<employee no.>}, {@code
 *     correction:<id>}
 * @param verifier who confirmed the value, null while nobody has
 */
public record Provenance(
    String source, Instant recordedAt, @Nullable String verifier, @Nullable Instant verifiedAt) {

  /** A value that nobody has verified yet. */
  public static Provenance unverified(String source, Instant recordedAt) {
    return new Provenance(source, recordedAt, null, null);
  }
}
