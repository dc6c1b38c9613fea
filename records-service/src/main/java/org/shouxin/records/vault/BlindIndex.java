package org.shouxin.records.vault;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Keyed hash of normalised values for exact search over encrypted data (DR-07: {@code
 * HMAC(key_tenant, kind|normalised)}). Leaks equality of values of one kind within one controller,
 * nothing across controllers; 128 bits are kept.
 */
public final class BlindIndex {
  private static final int BYTES = 16;
  private final PrfSet keys;

  BlindIndex(PrfSet keys) {
    this.keys = keys;
  }

  /** 16 bytes; the caller normalises first, or equal values will not meet. */
  public byte[] of(IndexKind kind, String normalised) {
    try {
      return keys.computePrimary(
          (kind.name() + '|' + normalised).getBytes(StandardCharsets.UTF_8), BYTES);
    } catch (GeneralSecurityException e) {
      throw new SealBroken("blind index key", e);
    }
  }
}
