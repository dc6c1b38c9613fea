package org.shouxin.platform.outbox;

import java.util.List;

/** The outbox as the relay needs it: what waits, in order, and how far it was delivered. */
interface OutboxStore {
  /** So many events are delivered at once at the most. */
  int BATCH = 500;

  /** Where the relay stands. */
  record Cursor(String sourceSuffix, String transactionId, long id, long nextPosition) {}

  /** An event that waits. */
  record Waiting(String transactionId, long id, String body) {}

  Cursor cursor();

  /**
   * Up to {@link #BATCH} events after the cursor, ordered by transaction and id. An event is left
   * out while a transaction that began before its own may still commit: it would come too late.
   */
  List<Waiting> next(Cursor cursor);

  /**
   * Moves the cursor behind {@code last}; does nothing when it is not where {@code from} says,
   * since another replica delivered the same.
   */
  void advance(Cursor from, Waiting last, long nextPosition);

  /** Forgets what was delivered. */
  void forgetDelivered();

  /** True when events wait, also those that are too young to be delivered in order. */
  boolean anyWait();

  /** Seconds since the oldest event was written that is not delivered yet; 0 when none waits. */
  double ageOfOldest();
}
