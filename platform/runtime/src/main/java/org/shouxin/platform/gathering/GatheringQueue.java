package org.shouxin.platform.gathering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue whose readers take all that waits at once, for one transaction. Who was answered
 * together comes back together: after a crowd the reader waits for its return as long as somebody
 * arrives, some milliseconds at most, because a transaction for two costs nearly what one for
 * thirty does. Who comes alone waits for nobody.
 *
 * @param <T> what waits
 */
public class GatheringQueue<T> {
  private static final long PAUSE_NANOS = 400_000;
  private static final long LONGEST_NANOS = 4_000_000;

  private final BlockingQueue<T> queue;
  private final int enough;
  private final ToIntFunction<T> weight;

  /** Whether the last ones taken were several. */
  private volatile boolean crowded;

  /**
   * @param capacity how many may wait
   * @param enough weight that is not added to by waiting or taking more
   * @param weight of one that waits
   */
  public GatheringQueue(int capacity, int enough, ToIntFunction<T> weight) {
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.enough = enough;
    this.weight = weight;
  }

  /** False, and nothing is kept, when too many wait already. */
  public boolean offer(T one) {
    return queue.offer(one);
  }

  /** How many wait. */
  public int size() {
    return queue.size();
  }

  /** Those who wait now, in order; empty when nobody came in the given time. */
  public List<T> take(Duration patience) throws InterruptedException {
    List<T> taken = new ArrayList<>();
    T first = queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (first == null) {
      return taken;
    }
    taken.add(first);
    int weighs = takeMore(taken, weight.applyAsInt(first));
    long until = System.nanoTime() + LONGEST_NANOS;
    boolean more = crowded;
    while (more && weighs < enough && System.nanoTime() < until) {
      LockSupport.parkNanos(PAUSE_NANOS);
      int before = taken.size();
      weighs = takeMore(taken, weighs);
      more = taken.size() > before;
    }
    crowded = taken.size() > 1;
    return taken;
  }

  /** All who wait, for an answer without a transaction. */
  public List<T> drain() {
    List<T> rest = new ArrayList<>();
    queue.drainTo(rest);
    return rest;
  }

  private int takeMore(List<T> taken, int weighs) {
    int sum = weighs;
    while (sum < enough) {
      @Nullable T next = queue.poll();
      if (next == null) {
        return sum;
      }
      taken.add(next);
      sum += weight.applyAsInt(next);
    }
    return sum;
  }
}
