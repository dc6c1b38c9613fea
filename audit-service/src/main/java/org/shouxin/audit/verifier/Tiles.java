package org.shouxin.audit.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads tiles of the log and cuts them into hashes or entries. */
final class Tiles {
  static final int WIDTH = 256;
  private static final int HASH = 32;

  private final LogSource source;

  Tiles(LogSource source) {
    this.source = source;
  }

  /**
   * Hashes of a tile of which {@code total} exist on its level; a tile of another length is a
   * fault.
   */
  List<byte[]> hashes(int level, long index, long total)
      throws IOException, InterruptedException, Fault {
    String path = "tile/" + level + "/" + place(index, total);
    byte[] bytes = source.get(path);
    int width = width(index, total);
    if (bytes.length != width * HASH) {
      throw new Fault(path + " holds " + bytes.length / HASH + " hashes, not " + width);
    }
    List<byte[]> hashes = new ArrayList<>(width);
    for (int at = 0; at < bytes.length; at += HASH) {
      hashes.add(Arrays.copyOfRange(bytes, at, at + HASH));
    }
    return hashes;
  }

  /** Entries of a bundle, however many it holds. */
  List<byte[]> entries(long index, long total) throws IOException, InterruptedException, Fault {
    String path = "tile/entries/" + place(index, total);
    byte[] bytes = source.get(path);
    List<byte[]> entries = new ArrayList<>(WIDTH);
    for (int at = 0; at < bytes.length; ) {
      int length = at + 2 > bytes.length ? -1 : (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
      if (length < 0 || at + 2 + length > bytes.length) {
        throw new Fault(path + " is cut in entry " + (index * WIDTH + entries.size()));
      }
      entries.add(Arrays.copyOfRange(bytes, at + 2, at + 2 + length));
      at += 2 + length;
    }
    return entries;
  }

  static int width(long index, long total) {
    return (int) Math.min(WIDTH, total - index * WIDTH);
  }

  static String place(long index, long total) {
    StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x%03d/".formatted(rest % 1000));
    }
    int width = width(index, total);
    return width == WIDTH ? path.toString() : path + ".p/" + width;
  }
}
