package org.shouxin.audit.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Re-computes the whole log from its entries and compares it with every hash tile and with the
 * signed root.
 */
final class LogCheck {

  /** Sees each entry that keeps the rules, and the tree after it. */
  interface Observer {
    void entry(long index, Map<String, Object> members, Tree tree) throws Fault;

    /** Sees each full tile as the entries give it. */
    default void fullTile(int level, long index, List<byte[]> hashes) throws Fault {}
  }

  private final Tiles tiles;
  private final SignedCheckpoint checkpoint;
  private final Observer observer;
  private final EntryRules rules = new EntryRules();
  private final Tree tree = new Tree();
  private final List<List<byte[]>> unfinished = new ArrayList<>();
  private final Map<Integer, Long> tilesDone = new HashMap<>();
  private @Nullable Fault firstTileFault;
  private long hashTiles;

  LogCheck(Tiles tiles, SignedCheckpoint checkpoint, Observer observer) {
    this.tiles = tiles;
    this.checkpoint = checkpoint;
    this.observer = observer;
  }

  long hashTiles() {
    return hashTiles;
  }

  EntryRules rules() {
    return rules;
  }

  void run() throws IOException, InterruptedException, Fault {
    long size = checkpoint.size();
    @Nullable Fault firstRuleFault = null;
    for (long bundle = 0; bundle * Tiles.WIDTH < size; bundle++) {
      List<byte[]> entries = tiles.entries(bundle, size);
      requireWidth(bundle, entries, size);
      for (int i = 0; i < entries.size(); i++) {
        long index = bundle * Tiles.WIDTH + i;
        byte[] leaf = Tree.leaf(entries.get(i));
        tree.append(leaf);
        add(0, leaf, size);
        if (firstRuleFault == null) {
          try {
            observer.entry(index, rules.check(index, entries.get(i)), tree);
          } catch (Fault broken) {
            firstRuleFault = broken;
          }
        }
      }
    }
    finishTiles(size);
    requireRoot(size);
    if (firstTileFault != null) {
      throw firstTileFault;
    }
    if (firstRuleFault != null) {
      throw firstRuleFault;
    }
  }

  private void requireWidth(long bundle, List<byte[]> entries, long size)
      throws IOException, InterruptedException, Fault {
    int width = Tiles.width(bundle, size);
    if (entries.size() != width) {
      locate(size);
      throw new Fault(
          "tile/entries/%d holds %d entries, not %d".formatted(bundle, entries.size(), width));
    }
  }

  /** The entries lead to the signed root, or the first that does not fit is named. */
  private void requireRoot(long size) throws IOException, InterruptedException, Fault {
    if (Arrays.equals(tree.root(), checkpoint.root())) {
      return;
    }
    locate(size);
    if (firstTileFault != null) {
      throw new Fault(
          firstTileFault.getMessage() + "; entries and tiles below it were rewritten together");
    }
    throw new Fault(
        "the whole log of size %d was rewritten: entries and tiles agree, but not with the signed root"
            .formatted(size));
  }

  /**
   * Names the first entry that is not what the hash tiles say, where those lead to the signed root.
   */
  private void locate(long size) throws IOException, InterruptedException, Fault {
    List<byte[]> entriesSay = new ArrayList<>();
    List<byte[]> tilesSay = new ArrayList<>();
    Tree ofTiles = new Tree();
    long first = -1;
    for (long bundle = 0; bundle * Tiles.WIDTH < size; bundle++) {
      List<byte[]> leaves = leaves(tiles.entries(bundle, size));
      List<byte[]> hashes = tiles.hashes(0, bundle, size);
      hashes.forEach(ofTiles::append);
      if (first < 0 && !same(leaves, hashes)) {
        first = bundle * Tiles.WIDTH;
      }
      if (first >= 0 && tilesSay.size() < 4 * Tiles.WIDTH) {
        entriesSay.addAll(leaves);
        tilesSay.addAll(hashes);
      }
    }
    boolean tilesAreSigned = Arrays.equals(ofTiles.root(), checkpoint.root());
    if (first >= 0 && tilesAreSigned) {
      throw new Difference(entriesSay, tilesSay, first).toFault();
    }
  }

  private void add(int level, byte[] hash, long size)
      throws IOException, InterruptedException, Fault {
    if (level == unfinished.size()) {
      unfinished.add(new ArrayList<>());
    }
    List<byte[]> hashes = unfinished.get(level);
    hashes.add(hash);
    if (hashes.size() == Tiles.WIDTH) {
      compare(level, size);
      observer.fullTile(level, tilesDone.getOrDefault(level, 1L) - 1, hashes);
      byte[] root = Tree.rootOf(hashes);
      hashes.clear();
      add(level + 1, root, size);
    }
  }

  private void finishTiles(long size) throws IOException, InterruptedException, Fault {
    for (int level = 0; level < unfinished.size(); level++) {
      if (!unfinished.get(level).isEmpty()) {
        compare(level, size);
      }
    }
  }

  private void compare(int level, long size) throws IOException, InterruptedException, Fault {
    long index = tilesDone.merge(level, 1L, Long::sum) - 1;
    long total = size >>> (8 * level);
    List<byte[]> stored;
    try {
      stored = tiles.hashes(level, index, total);
    } catch (Fault missingOrShort) {
      firstTileFault = firstTileFault == null ? missingOrShort : firstTileFault;
      return;
    }
    hashTiles++;
    List<byte[]> computed = unfinished.get(level);
    for (int i = 0; i < computed.size() && firstTileFault == null; i++) {
      if (!Arrays.equals(computed.get(i), stored.get(i))) {
        firstTileFault =
            new Fault(
                "hash tile %d/%d differs from the entries at hash %d".formatted(level, index, i));
      }
    }
  }

  private static List<byte[]> leaves(List<byte[]> entries) {
    return entries.stream().map(Tree::leaf).toList();
  }

  private static boolean same(List<byte[]> left, List<byte[]> right) {
    return Arrays.deepEquals(left.toArray(), right.toArray());
  }
}
