package org.shouxin.records.export.watermark;

import com.google.crypto.tink.subtle.PrfHmacJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/** The key of one export: every choice of its mark follows from it. */
public final class ExportKey {
  private final PrfHmacJce prf;

  /**
   * @param secret 16 bytes or more, of this export alone
   */
  public ExportKey(byte[] secret) {
    try {
      this.prf = new PrfHmacJce("HMACSHA256", new SecretKeySpec(secret, "HMAC"));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalArgumentException("key of an export", impossible);
    }
  }

  /** One keyed bit. */
  boolean bit(String of) {
    return (bytes(of)[0] & 1) == 1;
  }

  /** A keyed number from 0 below {@code bound}. */
  int number(String of, int bound) {
    return (int) Math.floorMod(ByteBuffer.wrap(bytes(of)).getLong(), (long) bound);
  }

  /** Keyed decimal digits. */
  String digits(String of, int length) {
    StringBuilder digits = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      digits.append(number(of + '#' + i, 10));
    }
    return digits.toString();
  }

  /** A keyed random UUID without a run of digits that looks like a number of a person. */
  UUID uuid(String of) {
    for (int i = 0; ; i++) {
      ByteBuffer bytes = ByteBuffer.wrap(bytes(of + '#' + i));
      long high = (bytes.getLong() & ~0xf000L) | 0x4000L;
      long low = (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
      UUID id = new UUID(high, low);
      if (!org.shouxin.platform.identity.Ids.looksLikeNumber(id.toString())) {
        return id;
      }
    }
  }

  private byte[] bytes(String of) {
    try {
      return prf.compute(of.getBytes(StandardCharsets.UTF_8), 16);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA256", impossible);
    }
  }
}
