package org.shouxin.platform.refusal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Keeps repeated refusals from flooding the log: the first of a kind is told at once, the others of
 * the next minute once, by their number, when the minute is over. A process that ends within that
 * minute takes their number along.
 */
@ApplicationScoped
public class Bouts {
  private static final int SECONDS = 60;
  private static final int MOST = 20_000;

  private final ConcurrentMap<String, AtomicLong> repeats = new ConcurrentHashMap<>();
  private final Executor afterAMinute;

  Bouts() {
    this(
        CompletableFuture.delayedExecutor(
            SECONDS, TimeUnit.SECONDS, Thread.ofVirtual().name("refusals")::start));
  }

  Bouts(Executor afterAMinute) {
    this.afterAMinute = afterAMinute;
  }

  /**
   * Whether this is the first of its kind for a minute.
   *
   * @param later takes the number of the others, when there were any
   */
  public boolean begins(String kind, LongConsumer later) {
    AtomicLong before = repeats.get(kind);
    if (before == null && repeats.size() < MOST) {
      before = repeats.putIfAbsent(kind, new AtomicLong());
      if (before == null) {
        afterAMinute.execute(() -> end(kind, later));
        return true;
      }
    }
    if (before != null) {
      before.incrementAndGet();
    }
    return false;
  }

  private void end(String kind, LongConsumer later) {
    AtomicLong others = repeats.remove(kind);
    if (others != null && others.get() > 0) {
      later.accept(others.get());
    }
  }
}
