package org.shouxin.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

class IdsTest {

  @Test
  void noIdentifierCanBeTakenForAMobileNumber() {
    assertThat(Ids.looksLikeNumber(UUID.fromString("0a1b2c3d-0000-4000-8000-a13800138000")))
        .isTrue();
    assertThat(
            IntStream.range(0, 20_000)
                .boxed()
                .flatMap(i -> Stream.of(Ids.next(), Ids.random()))
                .filter(Ids::looksLikeNumber))
        .isEmpty();
  }

  @Test
  void eventIdentifiersAreVersion7AndSortInTheOrderOfTheirMakingAlsoWithinAMillisecond() {
    long before = System.currentTimeMillis();
    List<UUID> made = Stream.generate(Ids::next).limit(10_000).toList();

    assertThat(made).allMatch(id -> id.version() == 7 && id.variant() == 2);
    assertThat(made.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
    assertThat(made.getFirst().getMostSignificantBits() >>> 16).isGreaterThanOrEqualTo(before);
  }

  @Test
  void anythingButACanonicalUuidIsMalformed() {
    for (String text : new String[] {"", "1", "1-1-1-1-1", "x".repeat(36), "../../etc/passwd"}) {
      assertThatThrownBy(() -> Ids.parse(text))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.code()).isEqualTo(ProblemCode.ID_MALFORMED));
    }
  }

  @Test
  void oneIdentifierHasOneText() {
    String text = "0192abcd-0000-7000-8000-00000000000a";
    assertThat(Ids.parse(text)).hasToString(text);
    assertThatThrownBy(() -> Ids.parse(text.toUpperCase(java.util.Locale.ROOT)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.ID_MALFORMED));
  }
}
