package org.shouxin.records.transfer.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouxin.records.transfer.parcel.ItemHash;

/** Leaves of a class are compared some at a time, and none that stands twice is missed. */
class LeavesTest {
  private int opened;

  @Test
  void theSecondOfTwoEqualLeavesIsFoundHoweverFewAreHeldAtOnce() throws IOException {
    for (int share : new int[] {1, 7, 1_000}) {
      assertThat(leaves(200, 3, 150).doubled(200, share)).as("%d", share).hasValue(151);
      assertThat(leaves(200, 0, 0).doubled(200, share)).isEqualTo(OptionalLong.empty());
    }
  }

  @Test
  void asManyPassesAreMadeAsSharesAreNeeded() throws IOException {
    leaves(200, 0, 0).doubled(200, 50);
    assertThat(opened).isEqualTo(4);
  }

  @Test
  void numberAndRootAreThoseOfTheTree() throws IOException {
    ItemHash hash = leaves(1, 0, 0).hash();
    assertThat(hash.size()).isEqualTo(1);
    assertThat(HexFormat.of().formatHex(hash.root())).isEqualTo(HexFormat.of().formatHex(leaf(0)));
  }

  /** So many leaves, of which the one at the second place is that of the first. */
  private Leaves leaves(int size, int original, int copy) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    IntStream.range(0, size).forEach(i -> bytes.writeBytes(leaf(i == copy ? original : i)));
    return new Leaves(() -> {
      opened++;
      return new ByteArrayInputStream(bytes.toByteArray());
    });
  }

  private static byte[] leaf(int number) {
    return ItemHash.leaf(String.valueOf(number).getBytes(StandardCharsets.UTF_8));
  }
}
