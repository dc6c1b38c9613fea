package org.shouxin.audit.log;

import java.util.ArrayList;
import java.util.List;

/**
 * Up to 256 neighbouring hashes of one tile level (C2SP tlog-tiles): level L holds the roots of
 * complete subtrees of 256^L entries. Inner nodes are computed once, when first asked for.
 */
public final class HashTile {
  /** Hashes of a full tile, and bits of a tile's height. */
  public static final int WIDTH = 256;

  public static final int HEIGHT = 8;

  private final List<Hash> hashes;
  private final List<List<Hash>> inner = new ArrayList<>();

  public HashTile(List<Hash> hashes) {
    if (hashes.isEmpty() || hashes.size() > WIDTH) {
      throw new IllegalArgumentException("a tile holds 1 to " + WIDTH + " hashes");
    }
    this.hashes = List.copyOf(hashes);
  }

  /** The tile whose wire form is {@code bytes}: its hashes, one after the other. */
  public static HashTile read(byte[] bytes) {
    if (bytes.length % Hash.LENGTH != 0) {
      throw new IllegalArgumentException("a tile is a whole number of hashes");
    }
    List<Hash> hashes = new ArrayList<>(bytes.length / Hash.LENGTH);
    for (int offset = 0; offset < bytes.length; offset += Hash.LENGTH) {
      hashes.add(Hash.read(bytes, offset));
    }
    return new HashTile(hashes);
  }

  public int width() {
    return hashes.size();
  }

  /** Wire form of the first {@code width} hashes. */
  public byte[] bytes(int width) {
    byte[] bytes = new byte[width * Hash.LENGTH];
    for (int i = 0; i < width; i++) {
      hashes.get(i).writeTo(bytes, i * Hash.LENGTH);
    }
    return bytes;
  }

  /**
   * Root of the complete subtree of 2^height hashes that is the {@code index}-th of its height
   * here.
   */
  Hash subtree(int height, int index) {
    return height == 0 ? hashes.get(index) : innerLevels().get(height - 1).get(index);
  }

  /** Root of a full tile. */
  Hash root() {
    return subtree(HEIGHT, 0);
  }

  private synchronized List<List<Hash>> innerLevels() {
    if (inner.isEmpty()) {
      List<Hash> below = hashes;
      for (int height = 1; height <= HEIGHT; height++) {
        List<Hash> level = new ArrayList<>(below.size() / 2);
        for (int i = 0; i + 1 < below.size(); i += 2) {
          level.add(Hash.ofNode(below.get(i), below.get(i + 1)));
        }
        inner.add(level);
        below = level;
      }
    }
    return inner;
  }
}
