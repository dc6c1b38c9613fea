package org.shouxin.audit.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tree at one size: immutable, safe to share, able to name any hash of it and to prove things
 * about it.
 */
public final class TreeSnapshot {
  private final long size;
  private final Map<Integer, HashTile> edge = new HashMap<>();
  private final FullTiles tiles;
  private final Hash root;

  TreeSnapshot(long size, List<List<Hash>> edge, FullTiles tiles) {
    this.size = size;
    for (int level = 0; level < edge.size(); level++) {
      if (!edge.get(level).isEmpty()) {
        this.edge.put(level, new HashTile(edge.get(level)));
      }
    }
    this.tiles = tiles;
    this.root = rootOf(size);
  }

  public long size() {
    return size;
  }

  public Hash root() {
    return root;
  }

  /** Root of the first {@code prefix} entries, 0 to {@link #size()}. */
  public Hash rootOf(long prefix) {
    requireWithin(prefix);
    return prefix == 0 ? Hash.EMPTY_TREE : rangeRoot(0, prefix);
  }

  /** Hash of entry {@code index}. */
  public Hash leaf(long index) {
    return subtree(0, index);
  }

  /** PATH(index, D[prefix]) of RFC 9162 section 2.1.3.1, the leaf's sibling first. */
  public List<Hash> inclusionProof(long index, long prefix) {
    requireWithin(prefix);
    if (index < 0 || index >= prefix) {
      throw new IllegalArgumentException("no such entry in the tree");
    }
    List<Hash> path = new ArrayList<>();
    path(index, 0, prefix, path);
    return path;
  }

  /** PROOF(older, D[newer]) of RFC 9162 section 2.1.4.1, for 0 < older <= newer. */
  public List<Hash> consistencyProof(long older, long newer) {
    requireWithin(newer);
    if (older <= 0 || older > newer) {
      throw new IllegalArgumentException("no consistency proof between these sizes");
    }
    List<Hash> proof = new ArrayList<>();
    subproof(older, 0, newer, true, proof);
    return proof;
  }

  /**
   * Wire form of {@code width} hashes of a tile, or nothing when the tree does not hold that many.
   */
  public byte[] tile(int level, long index, int width) {
    long available = availableHashes(level) - index * HashTile.WIDTH;
    if (index < 0 || width < 1 || width > Math.min(available, HashTile.WIDTH)) {
      return new byte[0];
    }
    return (available >= HashTile.WIDTH ? tiles.tile(level, index) : edgeTile(level)).bytes(width);
  }

  private long availableHashes(int level) {
    return level * HashTile.HEIGHT >= Long.SIZE ? 0 : size >>> (level * HashTile.HEIGHT);
  }

  private void path(long index, long from, long to, List<Hash> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (index < middle) {
      path(index, from, middle, path);
      path.add(rangeRoot(middle, to));
    } else {
      path(index, middle, to, path);
      path.add(rangeRoot(from, middle));
    }
  }

  private void subproof(long older, long from, long to, boolean known, List<Hash> proof) {
    if (older == to) {
      if (!known) {
        proof.add(rangeRoot(from, to));
      }
      return;
    }
    long middle = from + split(to - from);
    if (older <= middle) {
      subproof(older, from, middle, known, proof);
      proof.add(rangeRoot(middle, to));
    } else {
      subproof(older, middle, to, false, proof);
      proof.add(rangeRoot(from, middle));
    }
  }

  /**
   * MTH of entries from..to, where {@code from} is aligned as the recursions of the RFC leave it.
   */
  private Hash rangeRoot(long from, long to) {
    List<Hash> peaks = new ArrayList<>();
    for (long start = from; start < to; ) {
      int height = 63 - Long.numberOfLeadingZeros(to - start);
      if (start != 0) {
        height = Math.min(height, Long.numberOfTrailingZeros(start));
      }
      peaks.add(subtree(height, start >>> height));
      start += 1L << height;
    }
    Hash result = peaks.removeLast();
    while (!peaks.isEmpty()) {
      result = Hash.ofNode(peaks.removeLast(), result);
    }
    return result;
  }

  private Hash subtree(int height, long index) {
    int level = height / HashTile.HEIGHT;
    int inside = height % HashTile.HEIGHT;
    long first = index << inside;
    long tileIndex = first / HashTile.WIDTH;
    int position = (int) (first % HashTile.WIDTH) >>> inside;
    if (tileIndex < availableHashes(level + 1)) {
      return tiles.tile(level, tileIndex).subtree(inside, position);
    }
    return edgeTile(level).subtree(inside, position);
  }

  private HashTile edgeTile(int level) {
    return Objects.requireNonNull(
        edge.get(level), "the size says that this level has an unfinished tile");
  }

  /** Largest power of two below {@code n}. */
  private static long split(long n) {
    return Long.highestOneBit(n - 1);
  }

  private void requireWithin(long prefix) {
    if (prefix < 0 || prefix > size) {
      throw new IllegalArgumentException("the tree has no " + prefix + " entries");
    }
  }
}
