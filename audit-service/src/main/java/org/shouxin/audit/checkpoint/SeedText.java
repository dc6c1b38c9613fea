package org.shouxin.audit.checkpoint;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key's secret seed as its file holds it, in the text form that Go's note package also reads:
 * {@code PRIVATE+KEY+<name>+<8 hex>+<base64(type || seed)>}.
 */
final class SeedText {
  private static final String PREFIX = "PRIVATE+KEY+";
  private static final int HASH_AND_PLUS = 9;

  private SeedText() {}

  static String write(String name, byte type, int id, byte[] seed) {
    byte[] typed = new byte[1 + seed.length];
    typed[0] = type;
    System.arraycopy(seed, 0, typed, 1, seed.length);
    return "%s%s+%s+%s%n"
        .formatted(
            PREFIX,
            name,
            HexFormat.of().toHexDigits(id),
            Base64.getEncoder().encodeToString(typed));
  }

  /** The seed; another name, another type or another length is an IllegalArgumentException. */
  static byte[] read(String stored, String name, byte type) {
    String text = stored.strip();
    String expected = PREFIX + name + "+";
    if (!text.startsWith(expected) || text.length() <= expected.length() + HASH_AND_PLUS) {
      throw new IllegalArgumentException("not a key of this log");
    }
    byte[] typed = Base64.getDecoder().decode(text.substring(expected.length() + HASH_AND_PLUS));
    if (typed.length != 1 + LogKey.SEED_BYTES || typed[0] != type) {
      throw new IllegalArgumentException("not a key of this type");
    }
    return Arrays.copyOfRange(typed, 1, typed.length);
  }
}
