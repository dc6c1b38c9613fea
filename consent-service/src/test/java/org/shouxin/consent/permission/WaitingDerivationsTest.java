package org.shouxin.consent.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.ControllerId;

class WaitingDerivationsTest {
  private final WaitingDerivations waiting = new WaitingDerivations();

  @Test
  void memoryIsBoundedByPeopleNotByDecisions() throws InterruptedException {
    int accepted = 0;
    while (waiting.offer(about(200))) {
      accepted++;
    }
    assertThat(accepted).isEqualTo(WaitingDerivations.MOST_PEOPLE / 200);
    List<WaitingDerivations.Entry> batch = waiting.take();
    assertThat(batch).hasSize(3);
    assertThat(waiting.offer(about(1))).as("while the batch is being written").isFalse();
    waiting.done(batch);
    assertThat(waiting.offer(about(200))).isTrue();
  }

  @Test
  void whatWaitsIsTakenInItsOrder() throws InterruptedException {
    for (int people = 1; people <= 3; people++) {
      assertThat(waiting.offer(about(people))).isTrue();
    }
    assertThat(waiting.take())
        .extracting(WaitingDerivations.Entry::people)
        .containsExactly(1, 2, 3);
  }

  private static WaitingDerivations.Entry about(int people) {
    return new WaitingDerivations.Entry(
        new ControllerId("ctl-donghai"),
        people,
        () -> {
          throw new AssertionError("put together before it is written");
        });
  }
}
