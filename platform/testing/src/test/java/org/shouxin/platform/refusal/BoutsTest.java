package org.shouxin.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoutsTest {
  private final List<Runnable> waiting = new ArrayList<>();
  private final List<Long> told = new ArrayList<>();
  private final Bouts bouts = new Bouts(waiting::add);

  @Test
  void theFirstIsToldAtOnceAndTheOthersByTheirNumberWhenTheMinuteIsOver() {
    assertThat(bouts.begins("a", told::add)).isTrue();
    assertThat(bouts.begins("b", told::add)).isTrue();
    for (int i = 0; i < 1_000; i++) {
      assertThat(bouts.begins("a", told::add)).isFalse();
    }
    assertThat(told).isEmpty();
    waiting.forEach(Runnable::run);
    assertThat(told).containsExactly(1_000L);
    assertThat(bouts.begins("a", told::add)).isTrue();
  }

  @Test
  void moreKindsThanItCountsAreNotTold() {
    for (int kind = 0; kind < 20_000; kind++) {
      assertThat(bouts.begins("kind " + kind, told::add)).isTrue();
    }
    assertThat(bouts.begins("one more", told::add)).isFalse();
    assertThat(bouts.begins("kind 0", told::add)).isFalse();
  }
}
