package org.shouxin.records.transfer.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.shouxin.records.transfer.parcel.ItemHash;

/** The leaves of a class, read from their file as often as needed and never held all at once. */
final class Leaves {
  private final Source source;

  Leaves(Source source) {
    this.source = source;
  }

  /** Where they stand, 32 bytes each. */
  interface Source {
    InputStream open() throws IOException;
  }

  /** Number and root of all of them. */
  ItemHash hash() throws IOException {
    ItemHash hash = new ItemHash();
    try (InputStream in = source.open()) {
      for (byte[] leaf = next(in); leaf.length == ItemHash.BYTES; leaf = next(in)) {
        hash.add(leaf);
      }
    }
    return hash;
  }

  /**
   * The place, from 1, of the first leaf that stands twice in one share: those whose digests leave
   * the same rest are compared in one pass, so that some {@code share} of them are held at once.
   */
  OptionalLong doubled(long size, int share) throws IOException {
    int passes = Math.toIntExact(Math.max(1, Math.ceilDiv(size, share)));
    for (int pass = 0; pass < passes; pass++) {
      Set<ByteBuffer> seen = new HashSet<>();
      try (InputStream in = source.open()) {
        long place = 1;
        for (byte[] leaf = next(in); leaf.length == ItemHash.BYTES; leaf = next(in)) {
          ByteBuffer held = ByteBuffer.wrap(leaf);
          if (Math.floorMod(held.getInt(0), passes) == pass && !seen.add(held)) {
            return OptionalLong.of(place);
          }
          place++;
        }
      }
    }
    return OptionalLong.empty();
  }

  private static byte[] next(InputStream in) throws IOException {
    return in.readNBytes(ItemHash.BYTES);
  }
}
