package org.shouxin.platform.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringQueueTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Test
  void allWhoWaitAreTakenTogetherInTheirOrderUpToTheirWeight() throws InterruptedException {
    GatheringQueue<Integer> queue = new GatheringQueue<>(10, 7, one -> one);
    List.of(1, 2, 4, 3).forEach(queue::offer);
    assertThat(queue.take(PATIENCE)).containsExactly(1, 2, 4);
    assertThat(queue.take(PATIENCE)).containsExactly(3);
  }

  @Test
  void oneHeavierThanEnoughIsTakenAlone() throws InterruptedException {
    GatheringQueue<Integer> queue = new GatheringQueue<>(10, 7, one -> one);
    List.of(200, 1).forEach(queue::offer);
    assertThat(queue.take(PATIENCE)).containsExactly(200);
  }

  @Test
  void aFullQueuePushesBackAndKeepsWhatItHas() throws InterruptedException {
    GatheringQueue<Integer> queue = new GatheringQueue<>(2, 100, one -> one);
    assertThat(List.of(queue.offer(1), queue.offer(2), queue.offer(3)))
        .containsExactly(true, true, false);
    assertThat(queue.size()).isEqualTo(2);
    assertThat(queue.drain()).containsExactly(1, 2);
    assertThat(queue.take(Duration.ofMillis(1))).isEmpty();
  }

  @Test
  void nobodyIsLostOrTakenTwiceWhileCrowdsComeAndReadersWaitForThem() throws InterruptedException {
    GatheringQueue<Integer> queue = new GatheringQueue<>(10_000, 50, one -> 1);
    Thread coming = Thread.ofVirtual().start(() -> IntStream.range(0, 5_000).forEach(queue::offer));
    List<Integer> taken = new ArrayList<>();
    while (taken.size() < 5_000) {
      List<Integer> crowd = queue.take(PATIENCE);
      assertThat(crowd).isNotEmpty().hasSizeLessThanOrEqualTo(50);
      taken.addAll(crowd);
    }
    coming.join();
    assertThat(taken).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
  }
}
