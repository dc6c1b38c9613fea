package org.shouxin.audit.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The right edge of a growing tree: for each tile level the hashes of its unfinished tile. It is
 * all that is needed to append and to know the root (a compact range in base 256). Not thread-safe:
 * one writer owns it.
 */
public final class Frontier {
  private final List<List<Hash>> edge = new ArrayList<>();
  private long size;

  /**
   * The edge of a tree of {@code size} entries, read from its stored tiles and its last entries'
   * hashes.
   */
  public static Frontier load(long size, FullTiles tiles, List<Hash> lastLeaves) {
    Frontier frontier = new Frontier();
    frontier.size = size;
    if (lastLeaves.size() != size % HashTile.WIDTH) {
      throw new IllegalArgumentException("leaf hashes of the unfinished tile are missing");
    }
    frontier.edge.add(new ArrayList<>(lastLeaves));
    long below = size / HashTile.WIDTH;
    for (int level = 1; below > 0; level++) {
      List<Hash> hashes = new ArrayList<>();
      for (long tile = below - below % HashTile.WIDTH; tile < below; tile++) {
        hashes.add(tiles.tile(level - 1, tile).root());
      }
      frontier.edge.add(hashes);
      below /= HashTile.WIDTH;
    }
    return frontier;
  }

  /**
   * Appends one leaf hash; each tile it completes, lowest level first, goes to {@code completed}.
   */
  public void append(Hash leaf, Consumer<CompleteTile> completed) {
    Hash hash = leaf;
    long index = size++;
    for (int level = 0; ; level++) {
      if (level == edge.size()) {
        edge.add(new ArrayList<>());
      }
      List<Hash> unfinished = edge.get(level);
      unfinished.add(hash);
      if (unfinished.size() < HashTile.WIDTH) {
        return;
      }
      HashTile tile = new HashTile(unfinished);
      index /= HashTile.WIDTH;
      completed.accept(new CompleteTile(level, index, tile));
      unfinished.clear();
      hash = tile.root();
    }
  }

  public long size() {
    return size;
  }

  /** What the tree looks like now; later appends do not change it. */
  public TreeSnapshot snapshot(FullTiles tiles) {
    return new TreeSnapshot(size, edge.stream().map(List::copyOf).toList(), tiles);
  }

  /** An independent copy, to be appended to without changing this one. */
  public Frontier copy() {
    Frontier copy = new Frontier();
    copy.size = size;
    edge.forEach(hashes -> copy.edge.add(new ArrayList<>(hashes)));
    return copy;
  }
}
