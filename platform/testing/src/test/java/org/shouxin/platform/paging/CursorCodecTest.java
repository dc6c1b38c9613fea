package org.shouxin.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

class CursorCodecTest {
  private final CursorCodec codec = new CursorCodec(Optional.empty());

  @Test
  void aCursorOpensInItsOwnListingOnly() {
    String cursor = codec.seal("customers|partner-haiyun", "position 7");
    assertThat(codec.open("customers|partner-haiyun", cursor)).isEqualTo("position 7");
    refused("customers|partner-beichen", cursor);
  }

  @Test
  void everyAlteredCharacterIsNoticed() {
    String cursor = codec.seal("list", "42");
    for (int i = 0; i < cursor.length() - 1; i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      refused("list", cursor.substring(0, i) + other + cursor.substring(i + 1));
    }
  }

  @Test
  void textThatIsNoCursorIsRefused() {
    refused("list", "");
    refused("list", "***");
    refused("list", "A".repeat(5_000));
  }

  private void refused(String listing, String cursor) {
    assertThatThrownBy(() -> codec.open(listing, cursor))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CURSOR_MALFORMED));
  }
}
