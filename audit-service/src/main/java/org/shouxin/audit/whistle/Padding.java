package org.shouxin.audit.whistle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts of one length: how long something is must not tell what it says. */
final class Padding {
  private Padding() {}

  /** UTF-8, then 0x80, then zeros to the next multiple of {@code block} bytes. */
  static byte[] pad(String text, int block) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, (bytes.length / block + 1) * block);
    padded[bytes.length] = (byte) 0x80;
    return padded;
  }

  static String unpad(byte[] padded) {
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    return new String(padded, 0, end, StandardCharsets.UTF_8);
  }
}
