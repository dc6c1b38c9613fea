package org.shouxin.audit.log;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Wire form of up to 256 entries (C2SP tlog-tiles): each a big-endian 16-bit length and its bytes.
 */
public final class EntryBundle {
  /** Longest entry the format can carry, in bytes. */
  public static final int MAX_ENTRY_BYTES = 65_535;

  private EntryBundle() {}

  public static byte[] write(List<byte[]> entries) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > MAX_ENTRY_BYTES) {
        throw new IllegalArgumentException("an entry has at most " + MAX_ENTRY_BYTES + " bytes");
      }
      bundle.write(entry.length >>> 8);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }
}
