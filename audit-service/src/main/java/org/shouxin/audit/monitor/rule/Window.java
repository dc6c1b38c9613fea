package org.shouxin.audit.monitor.rule;

/** A count over the last time, in steps: {@code counts} holds one number a step, newest first. */
final class Window {
  private final long stepSeconds;
  private final int[] counts;
  private long newestStep;

  Window(long stepSeconds, int steps) {
    this.stepSeconds = stepSeconds;
    this.counts = new int[steps];
  }

  /** Counts one at this second; what is older than the window is forgotten. */
  void add(long second) {
    moveTo(second / stepSeconds);
    int age = (int) (newestStep - second / stepSeconds);
    if (age < counts.length) {
      counts[age]++;
    }
  }

  int sum(long second) {
    moveTo(second / stepSeconds);
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  void clear() {
    java.util.Arrays.fill(counts, 0);
  }

  long newestStep() {
    return newestStep;
  }

  int[] counts() {
    return counts.clone();
  }

  void restore(long step, int[] stored) {
    newestStep = step;
    System.arraycopy(stored, 0, counts, 0, Math.min(stored.length, counts.length));
  }

  private void moveTo(long step) {
    long ahead = step - newestStep;
    if (ahead <= 0) {
      return;
    }
    for (int i = counts.length - 1; i >= 0; i--) {
      counts[i] = i - ahead >= 0 ? counts[(int) (i - ahead)] : 0;
    }
    newestStep = step;
  }
}
