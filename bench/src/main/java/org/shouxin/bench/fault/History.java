package org.shouxin.bench.fault;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What the callers saw, written down by themselves and outside the system: the oracle of {@link
 * LogCheck}. Moments are {@link System#nanoTime} of one process.
 *
 * @param reads of the partner, answered or refused
 * @param silences between an answered withdrawal and the next consent
 * @param acknowledged by source, how many of its events were said to be stored
 * @param checkpoints by size, the roots that were published for it
 * @param misbehaviour what a caller saw that may never be
 */
record History(
    Queue<Read> reads,
    Queue<Silence> silences,
    Map<String, Long> acknowledged,
    Map<Long, String> checkpoints,
    Queue<String> misbehaviour) {

  /**
   * One read of the partner.
   *
   * @param decision the id of the decision that showed the person, empty when she was not shown
   */
  record Read(long startedAt, long endedAt, String decision) {
    boolean isShown() {
      return !decision.isEmpty();
    }
  }

  /** No consent was in force from the first moment to the second, as the customer was answered. */
  record Silence(long from, long until) {
    boolean covers(Read read) {
      return read.startedAt() >= from && read.endedAt() <= until;
    }
  }

  History() {
    this(
        new ConcurrentLinkedQueue<>(),
        new ConcurrentLinkedQueue<>(),
        new ConcurrentHashMap<>(),
        new ConcurrentSkipListMap<>(),
        new ConcurrentLinkedQueue<>());
  }

  /** A checkpoint that was seen; a second root of the same size is a fork. */
  void published(long size, String root) {
    String first = checkpoints.putIfAbsent(size, root);
    if (first != null && !first.equals(root)) {
      misbehaviour.add("two checkpoints of size " + size);
    }
  }
}
