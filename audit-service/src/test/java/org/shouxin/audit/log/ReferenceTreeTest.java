package org.shouxin.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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
    for (String wrong :
        List.of("0/67", "00/067", "64/000", "0/000.p/256", "0/000.p/0", "0/x000/067", "0/000/")) {
      assertThat(TileAddress.parse(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void proofsOfWhatIsNotInTheTreeAreRefused() {
    TreeSnapshot tree = treeOf(5, new HashMap<>()).snapshot(ReferenceTreeTest::noTile);
    assertThatThrownBy(() -> tree.inclusionProof(5, 5)).hasMessage("no such entry in the tree");
    assertThatThrownBy(() -> tree.rootOf(6)).hasMessage("the tree has no 6 entries");
    assertThatThrownBy(() -> tree.consistencyProof(0, 5))
        .hasMessage("no consistency proof between these sizes");
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
