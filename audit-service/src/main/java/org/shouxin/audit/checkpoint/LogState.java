package org.shouxin.audit.checkpoint;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the sequencer and the publisher must know of each other: whether the stored log agrees with
 * what was signed, which replica sequences, and that new entries wait.
 */
@Singleton
public class LogState {
  private final Semaphore appended = new Semaphore(0);
  private volatile boolean sound;
  private volatile boolean leading;
  private volatile @Nullable String halted;

  /**
   * True once the stored log was found to agree with the last signed checkpoint, and no fault
   * since.
   */
  public boolean isSound() {
    return sound && halted == null;
  }

  /** True while this replica is the one that sequences and signs. */
  public boolean isLeading() {
    return leading;
  }

  /** Why the log refuses to go on until an operator has looked at it; null while it does not. */
  public @Nullable String haltedBecause() {
    return halted;
  }

  public void leading(boolean now) {
    leading = now;
  }

  /** Tells the publisher that entries were committed. */
  public void appended() {
    appended.release();
  }

  /** Stops sequencing and signing for good: going on could fork the log. */
  public void halt(String reason) {
    halted = reason;
  }

  void found() {
    sound = true;
  }

  boolean awaitAppended(long millis) throws InterruptedException {
    boolean signalled = appended.tryAcquire(millis, TimeUnit.MILLISECONDS);
    appended.drainPermits();
    return signalled;
  }
}
