package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests' own verifier against published vectors, so that what it accepts means something. */
class MerkleTreeTest {
  private static final List<byte[]> LEAVES =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(HexFormat.of()::parseHex)
          .map(MerkleTree::leaf)
          .toList();

  @Test
  void theReferenceTreeHasTheReferenceRoots() {
    assertThat(MerkleTree.root(LEAVES.subList(0, 7)))
        .asHexString()
        .isEqualToIgnoringCase("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
    assertThat(MerkleTree.root(LEAVES))
        .asHexString()
        .isEqualToIgnoringCase("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  }

  @Test
  void aPathLeadsToTheRootAndAWrongOneDoesNot() {
    List<byte[]> three = LEAVES.subList(0, 3);
    byte[] left = MerkleTree.root(LEAVES.subList(0, 2));
    assertThat(MerkleTree.rootBy(2, 3, LEAVES.get(2), List.of(left)))
        .isEqualTo(MerkleTree.root(three));
    assertThat(MerkleTree.rootBy(2, 3, LEAVES.get(1), List.of(left)))
        .isNotEqualTo(MerkleTree.root(three));
    assertThatThrownBy(() -> MerkleTree.rootBy(2, 3, LEAVES.get(2), List.of()))
        .hasMessage("the path is too short");
    assertThatThrownBy(() -> MerkleTree.rootBy(2, 3, LEAVES.get(2), List.of(left, left)))
        .hasMessage("the path is too long");
  }

  @Test
  void aChangedCheckpointIsNotSigned() {
    String key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    String signature =
        "\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    assertThatThrownBy(() -> SignedCheckpoint.verify("This is another message.\n" + signature, key))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("signatures of example.com/foo");
    // The published message is no checkpoint: its signature is accepted, then its lines are
    // missing.
    assertThatThrownBy(
            () -> SignedCheckpoint.verify("This is an example message.\n" + signature, key))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
