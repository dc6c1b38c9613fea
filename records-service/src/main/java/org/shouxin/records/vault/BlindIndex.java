package org.shouxin.records.vault;

import java.util.List;
import java.util.function.Supplier;

/**
 * Keyed hash of normalised values for exact search over encrypted data (DR-07: {@code
 * HMAC(key_tenant, kind|normalised)}). Leaks equality of values of one kind within one controller,
 * nothing across controllers; 128 bits are kept. HMAC-SHA256 or HMAC-SM3, as the controller chose
 * its cipher; what was written under the other one is found all the same.
 */
public final class BlindIndex {
  private final IndexSuite sha256;
  private final IndexSuite sm3;
  private final Supplier<CipherSuite> choice;

  /**
   * @param choice the controller's cipher suite in force, asked when something is to be written
   */
  BlindIndex(IndexSuite sha256, IndexSuite sm3, Supplier<CipherSuite> choice) {
    this.sha256 = sha256;
    this.sm3 = sm3;
    this.choice = choice;
  }

  /** 16 bytes to be stored; the caller normalises first, or equal values will not meet. */
  public byte[] of(IndexKind kind, String normalised) {
    return inForce().hash(text(kind, normalised));
  }

  /** What may be stored of this value, under whichever suite it was written: for looking up. */
  public List<byte[]> every(IndexKind kind, String normalised) {
    String text = text(kind, normalised);
    return List.of(sha256.hash(text), sm3.hash(text));
  }

  private IndexSuite inForce() {
    return switch (choice.get()) {
      case AES_256_GCM -> sha256;
      case SM4_GCM -> sm3;
    };
  }

  private static String text(IndexKind kind, String normalised) {
    return kind.name() + '|' + normalised;
  }
}
