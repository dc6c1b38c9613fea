package org.shouxin.consent.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.shouxin.platform.identity.ControllerId;

/**
 * Derivations that wait for their writer, bounded by the people in them: a decision about 200
 * people weighs 200 times one about a single person, and memory has to stay small at any rate of
 * decisions.
 */
final class WaitingDerivations {
  static final int MOST_PEOPLE = 10_000;
  static final int MOST_PEOPLE_AT_ONCE = 500;

  private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger held = new AtomicInteger();

  /** A decision's derivation, put together only when it is written. */
  record Entry(ControllerId controller, int people, Supplier<Derivation> derivation) {}

  /** False, and nothing is kept, when too many people wait already. */
  boolean offer(Entry entry) {
    if (held.addAndGet(entry.people()) > MOST_PEOPLE) {
      held.addAndGet(-entry.people());
      return false;
    }
    return queue.add(entry);
  }

  /** What to write next, empty after a second without any; its people count until {@link #done}. */
  List<Entry> take() throws InterruptedException {
    List<Entry> batch = new ArrayList<>();
    Entry next = queue.poll(1, TimeUnit.SECONDS);
    int people = 0;
    while (next != null) {
      batch.add(next);
      people += next.people();
      next = people < MOST_PEOPLE_AT_ONCE ? queue.poll() : null;
    }
    return batch;
  }

  /** Written or given up. */
  void done(List<Entry> batch) {
    held.addAndGet(-batch.stream().mapToInt(Entry::people).sum());
  }
}
