package org.shouxin.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Published vectors (RFC 6962 reference tree, transparency-dev) and an exhaustive check against the
 * RFC's recursion.
 */
class ReferenceTreeTest {
  private static final List<String> ENTRIES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void theEightLeafReferenceTreeHasItsPublishedRoots() {
    Frontier frontier = new Frontier();
    for (int size = 0; size <= ENTRIES.size(); size++) {
      assertThat(hex(frontier.snapshot(ReferenceTreeTest::noTile).root()))
          .isEqualTo(ROOTS.get(size));
      if (size < ENTRIES.size()) {
        frontier.append(Hash.ofLeaf(HexFormat.of().parseHex(ENTRIES.get(size))), tile -> {});
      }
    }
  }

  @Test
  void leavesAndNodesAreHashedInSeparateDomains() {
    assertThat(hex(Hash.ofLeaf("L123456".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    assertThat(Hash.EMPTY_TREE).hasToString("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  }

  @Test
  void everyProofOfEverySmallTreeVerifiesAndAnyOtherLeafOrRootDoesNot() {
    TreeSnapshot tree = treeOf(70, new HashMap<>()).snapshot(ReferenceTreeTest::noTile);
    for (long size = 1; size <= tree.size(); size++) {
      Hash root = tree.rootOf(size);
      assertThat(root).isEqualTo(rfcRoot(LongStream.range(0, size).mapToObj(this::leaf).toList()));
      for (long index = 0; index < size; index++) {
        List<Hash> path = tree.inclusionProof(index, size);
        assertThat(ProofCheck.includes(index, size, leaf(index), path, root)).isTrue();
        assertThat(ProofCheck.includes(index, size, leaf(index + 1), path, root)).isFalse();
        assertThat(ProofCheck.includes(index, size, leaf(index), path, leaf(0)))
            .isEqualTo(size == 1);
      }
      for (long older = 1; older <= size; older++) {
        List<Hash> proof = tree.consistencyProof(older, size);
        Hash olderRoot = tree.rootOf(older);
        assertThat(ProofCheck.consistent(older, olderRoot, size, root, proof)).isTrue();
        assertThat(ProofCheck.consistent(older, Hash.EMPTY_TREE, size, root, proof)).isFalse();
      }
    }
  }

  @Test
  void aTreeLoadedFromItsTilesGrowsOnAsIfItHadNeverStopped() {
    Map<String, HashTile> stored = new HashMap<>();
    FullTiles tiles = (level, index) -> tile(stored, level, index);
    Frontier grown = treeOf(70_000, stored);
    TreeSnapshot before = grown.snapshot(tiles);
    List<Hash> lastLeaves = LongStream.range(273 * 256, 70_000).mapToObj(this::leaf).toList();

    Frontier loaded = Frontier.load(70_000, tiles, lastLeaves);
    for (long index = 70_000; index < 70_300; index++) {
      Hash leaf = leaf(index);
      grown.append(leaf, done -> stored.put(done.level() + "/" + done.index(), done.tile()));
      loaded.append(leaf, done -> {});
    }

    TreeSnapshot after = loaded.snapshot(tiles);
    assertThat(after.root()).isEqualTo(grown.snapshot(tiles).root());
    assertThat(
            ProofCheck.consistent(
                70_000,
                before.root(),
                70_300,
                after.root(),
                after.consistencyProof(70_000, 70_300)))
        .isTrue();
    assertThat(
            ProofCheck.includes(
                65_535, 70_300, leaf(65_535), after.inclusionProof(65_535, 70_300), after.root()))
        .isTrue();
  }

  @Test
  void tilesHoldExactlyTheHashesThatTheSizeGives() {
    Map<String, HashTile> stored = new HashMap<>();
    TreeSnapshot tree = treeOf(70_000, stored).snapshot((l, n) -> tile(stored, l, n));

    assertThat(tree.tile(0, 272, 256)).hasSize(8192);
    assertThat(tree.tile(0, 273, 112)).hasSize(112 * 32);
    assertThat(tree.tile(0, 273, 113)).isEmpty();
    assertThat(tree.tile(1, 1, 17)).hasSize(17 * 32);
    assertThat(tree.tile(2, 0, 1)).hasSize(32);
    assertThat(tree.tile(2, 0, 2)).isEmpty();
    assertThat(tree.tile(8, 0, 1)).isEmpty();
  }

  @Test
  void tileAddressesHaveOneFormOnly() {
    assertThat(new TileAddress(0, 1_234_067, 256).path()).isEqualTo("0/x001/x234/067");
    assertThat(TileAddress.parse("entries/x001/x234/067.p/9"))
        .contains(new TileAddress(TileAddress.ENTRIES, 1_234_067, 9));
    assertThat(TileAddress.parse("63/000")).contains(new TileAddress(63, 0, 256));
    assertThat(TileAddress.parse("0/000.p/255")).contains(new TileAddress(0, 0, 255));
    for (String wrong :
        List.of("0/67", "00/067", "64/000", "0/000.p/256", "0/000.p/0", "0/x000/067", "0/000/")) {
      assertThat(TileAddress.parse(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void proofsOfWhatIsNotInTheTreeAreRefused() {
    TreeSnapshot tree = treeOf(5, new HashMap<>()).snapshot(ReferenceTreeTest::noTile);
    assertThatThrownBy(() -> tree.inclusionProof(5, 5)).hasMessage("no such entry in the tree");
    assertThatThrownBy(() -> tree.inclusionProof(0, 6)).hasMessage("the tree has no 6 entries");
    assertThatThrownBy(() -> tree.consistencyProof(1, 6)).hasMessage("the tree has no 6 entries");
    assertThatThrownBy(() -> tree.rootOf(6)).hasMessage("the tree has no 6 entries");
    assertThatThrownBy(() -> tree.consistencyProof(0, 5))
        .hasMessage("no consistency proof between these sizes");
  }

  @Test
  void aPathProvesNothingAboutPlacesAndSizesThatCannotBe() {
    TreeSnapshot tree = treeOf(8, new HashMap<>()).snapshot(ReferenceTreeTest::noTile);
    List<Hash> path = tree.inclusionProof(7, 8);
    assertThat(ProofCheck.includes(8, 8, leaf(7), path, tree.root())).isFalse();
    assertThat(ProofCheck.includes(-1, 8, leaf(7), path, tree.root())).isFalse();
    assertThat(ProofCheck.includes(0, 1, leaf(0), List.of(leaf(1)), tree.rootOf(1))).isFalse();

    Hash root = tree.root();
    List<Hash> proof = tree.consistencyProof(6, 8);
    assertThat(ProofCheck.consistent(8, root, 6, tree.rootOf(6), proof)).isFalse();
    assertThat(ProofCheck.consistent(0, Hash.EMPTY_TREE, 8, root, proof)).isFalse();
    assertThat(ProofCheck.consistent(6, tree.rootOf(6), 8, root, List.of())).isFalse();
    assertThat(ProofCheck.consistent(8, root, 8, root, List.of(root))).isFalse();
    assertThat(ProofCheck.consistent(8, root, 8, tree.rootOf(7), List.of())).isFalse();
    List<Hash> longer = new ArrayList<>(proof);
    longer.add(root);
    assertThat(ProofCheck.consistent(6, tree.rootOf(6), 8, root, longer)).isFalse();
    assertThat(ProofCheck.consistent(6, tree.rootOf(5), 8, root, proof)).isFalse();
    assertThat(ProofCheck.consistent(6, tree.rootOf(6), 8, tree.rootOf(7), proof)).isFalse();
  }

  @Test
  void aTileIsItsHashesOneAfterTheOtherAndIsReadAsSuch() {
    TreeSnapshot tree = treeOf(5, new HashMap<>()).snapshot(ReferenceTreeTest::noTile);
    byte[] tile = tree.tile(0, 0, 5);
    for (int index = 0; index < 5; index++) {
      assertThat(Hash.read(tile, index * Hash.LENGTH))
          .isEqualTo(leaf(index))
          .isEqualTo(tree.leaf(index));
    }
    HashTile read = HashTile.read(tile);
    assertThat(read.width()).isEqualTo(5);
    assertThat(read.bytes(3)).isEqualTo(Arrays.copyOf(tile, 3 * Hash.LENGTH));
    assertThat(Hash.read(tile, 4 * Hash.LENGTH)).hasSameHashCodeAs(leaf(4));
    byte[] cut = Arrays.copyOf(tile, 33);
    assertThatThrownBy(() -> HashTile.read(cut)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Hash.read(tile, 129)).hasMessage("a hash has 32 bytes");
  }

  /** C2SP tlog-tiles: uint16 big-endian length, then the entry. */
  @Test
  void anEntryBundleIsLengthAndBytesAndNoEntryIsLongerThanTheLengthCanSay() {
    byte[] longest = new byte[EntryBundle.MAX_ENTRY_BYTES];
    byte[] bundle = EntryBundle.write(List.of(new byte[] {7}, longest));
    assertThat(bundle).hasSize(2 + 1 + 2 + 65_535);
    assertThat(Arrays.copyOf(bundle, 5)).containsExactly(0, 1, 7, 0xff, 0xff);
    assertThatThrownBy(() -> EntryBundle.write(List.of(new byte[65_536])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCopyOfTheEdgeGrowsByItself() {
    Frontier tree = treeOf(3, new HashMap<>());
    Frontier copy = tree.copy();
    copy.append(leaf(3), tile -> {});
    assertThat(copy.size()).isEqualTo(4);
    assertThat(tree.size()).isEqualTo(3);
    assertThat(tree.snapshot(ReferenceTreeTest::noTile).root())
        .isEqualTo(copy.snapshot(ReferenceTreeTest::noTile).rootOf(3));
  }

  private Frontier treeOf(long size, Map<String, HashTile> stored) {
    Frontier frontier = new Frontier();
    for (long index = 0; index < size; index++) {
      frontier.append(
          leaf(index), done -> stored.put(done.level() + "/" + done.index(), done.tile()));
    }
    return frontier;
  }

  private Hash leaf(long index) {
    return Hash.ofLeaf(("entry " + index).getBytes(StandardCharsets.US_ASCII));
  }

  /** MTH as RFC 6962 section 2.1 writes it. */
  private static Hash rfcRoot(List<Hash> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    return Hash.ofNode(rfcRoot(leaves.subList(0, k)), rfcRoot(leaves.subList(k, leaves.size())));
  }

  private static HashTile tile(Map<String, HashTile> stored, int level, long index) {
    HashTile tile = stored.get(level + "/" + index);
    return tile == null ? noTile(level, index) : tile;
  }

  private static HashTile noTile(int level, long index) {
    throw new AssertionError("no full tile " + level + "/" + index);
  }

  private static String hex(Hash hash) {
    return HexFormat.of().formatHex(hash.bytes());
  }
}
