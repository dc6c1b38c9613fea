package org.shouxin.testing.simulation;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Work that goes on from one {@link Schedule#step} to the next when the schedule lets it. */
public final class Task {
  private final String name;
  private final Runnable work;
  private final Thread thread;
  private final Thread scheduler;
  private volatile boolean turn;
  private volatile boolean ended;
  private volatile boolean crashing;
  private @Nullable Throwable failure;
  private boolean started;
  private long sleepsUntil;

  Task(String name, Runnable work, Thread scheduler) {
    this.name = name;
    this.scheduler = scheduler;
    this.work = work;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /** True once the work returned, failed or crashed. */
  public boolean isEnded() {
    return ended;
  }

  /** True once it was told to end before its work was done. */
  public boolean isCrashed() {
    return crashing;
  }

  /** Lets nothing of it happen before so many steps of the schedule were taken (SIGSTOP). */
  void sleepUntil(long step) {
    sleepsUntil = step;
  }

  boolean mayRunAt(long step) {
    return !ended && step >= sleepsUntil;
  }

  /** Gives it the turn until its next step; called by the scheduler's thread. */
  void resume() {
    turn = true;
    if (started) {
      LockSupport.unpark(thread);
    } else {
      started = true;
      thread.start();
    }
    while (turn) {
      LockSupport.park(this);
    }
    if (failure != null) {
      throw new AssertionError(name + " failed", failure);
    }
  }

  /** Ends it where it stands. */
  void crash() {
    if (!ended) {
      crashing = true;
      if (started) {
        resume();
      } else {
        ended = true;
      }
    }
  }

  /** Gives the turn back and waits for the next; called by the task's thread. */
  void yieldTurn() {
    if (crashing) {
      // Its last words, in a finally block, reach nobody.
      throw new Crash();
    }
    turn = false;
    LockSupport.unpark(scheduler);
    while (!turn) {
      LockSupport.park(this);
    }
    if (crashing) {
      throw new Crash();
    }
  }

  private void run() {
    try {
      work.run();
    } catch (Crash end) {
      // As ordered.
    } catch (Throwable unexpected) {
      failure = unexpected;
    } finally {
      ended = true;
      turn = false;
      LockSupport.unpark(scheduler);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
