package org.shouxin.launcher;

import java.io.PrintStream;
import java.util.Locale;

/** Lines that say what is being done and since when. */
public final class Progress {
  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintStream out;
  private final long startedNanos = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** Says that a step is done or under way, with the seconds since the start. */
  public void step(String what) {
    say(String.format(Locale.ROOT, "[%5.1f s] %s", seconds(), what));
  }

  /** Says something without a time. */
  public synchronized void say(String what) {
    out.println(what);
    out.flush();
  }

  /** Seconds since the start. */
  public double seconds() {
    return (System.nanoTime() - startedNanos) / NANOS_PER_SECOND;
  }
}
