package org.shouxin.bench.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.shouxin.launcher.HttpStatusException;
import org.shouxin.launcher.Installation;
import org.shouxin.launcher.LauncherException;

/**
 * Load, a fault chosen by the seed, its end, the wait until the system goes on by itself; again and
 * again, and then the check of every promise. The seed chooses faults and their length; what the
 * machine does between is its own.
 */
public final class FaultLoop {
  private static final int CALM_MILLIS = 1_500;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final double NANOS_PER_SECOND = 1e9;

  private final Installation installation;
  private final List<Fault> faults;
  private final Consumer<String> story;
  private final History history = new History();

  private FaultLoop(Installation installation, List<Fault> faults, Consumer<String> story) {
    this.installation = installation;
    this.faults = faults;
    this.story = story;
  }

  /**
   * What a run gave.
   *
   * @param slowestRecovery seconds from the end of a fault until reads and reports were answered
   * @param broken promises that did not hold, in words
   */
  public record Outcome(
      int faults,
      long reads,
      long shown,
      long silences,
      long events,
      long checkpoints,
      double slowestRecovery,
      List<String> broken) {}

  /**
   * Runs one seed on a running installation: processes killed and paused, sessions ended.
   *
   * @param goesOn whether another fault is struck after so many
   * @param story is told each fault and how long the system took
   */
  public static Outcome run(
      Installation installation, long seed, IntPredicate goesOn, Consumer<String> story) {
    return new FaultLoop(installation, Fault.ofProcesses(), story).run(seed, goesOn);
  }

  /** Like {@link #run}, with all that can be done to the network, disk and clock here. */
  public static Outcome runOnMachine(
      Installation installation, long seed, IntPredicate goesOn, Consumer<String> story) {
    List<Fault> faults = Fault.ofMachine(installation);
    story.accept("%d kinds of faults: %s".formatted(faults.size(), faults));
    return new FaultLoop(installation, faults, story).run(seed, goesOn);
  }

  private Outcome run(long seed, IntPredicate goesOn) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    List<String> broken = new ArrayList<>();
    double slowest = 0;
    int struck = 0;
    try (Callers callers = Callers.start(installation, history, random.nextLong())) {
      slowest = Math.max(slowest, awaitProgress(callers, broken, "the start"));
      while (goesOn.test(struck) && broken.isEmpty()) {
        Fault fault = faults.get(random.nextInt(faults.size()));
        struck++;
        pause(CALM_MILLIS + random.nextInt(CALM_MILLIS));
        Fault.Heal heal = fault.strike().on(installation, random);
        pause(random.nextInt(fault.mostMillis()));
        heal.heal();
        double seconds = awaitProgress(callers, broken, fault.name());
        slowest = Math.max(slowest, seconds);
        story.accept(
            "seed %d, fault %d: %s, on after %.1f s".formatted(seed, struck, fault, seconds));
      }
    }
    broken.addAll(check());
    return new Outcome(
        struck,
        history.reads().size(),
        history.reads().stream().filter(History.Read::isShown).count(),
        history.silences().size(),
        history.acknowledged().values().stream().mapToLong(Long::longValue).sum(),
        history.checkpoints().size(),
        slowest,
        broken);
  }

  /** After a fault reads and reports are answered again by themselves. */
  private static double awaitProgress(Callers callers, List<String> broken, String after) {
    Callers.Progress before = callers.progress();
    long began = System.nanoTime();
    while (!callers.progress().isBeyond(before)) {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        broken.add(
            "after %s nothing goes on within %s: %s of %s, %s"
                .formatted(
                    after, PATIENCE, callers.progress(), before, callers.refusedSince(began)));
        break;
      }
      pause(20);
    }
    return (System.nanoTime() - began) / NANOS_PER_SECOND;
  }

  /** What outboxes still hold gets time to arrive; what is broken then is broken. */
  private List<String> check() {
    LogReader log = new LogReader(installation);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      List<String> broken;
      try {
        Checkpoint now = log.checkpoint();
        history.published(now.size(), now.root());
        Checkpoint witnessed = log.witnessed(now.origin());
        history.published(witnessed.size(), witnessed.root());
        broken = LogCheck.broken(history, log.read(now, history.checkpoints().keySet()));
      } catch (LauncherException | HttpStatusException noAnswer) {
        broken = List.of("the log cannot be read: " + noAnswer.getMessage());
      }
      if (broken.isEmpty() || System.nanoTime() > deadline) {
        return broken;
      }
      pause(TimeUnit.SECONDS.toMillis(1));
    }
  }

  private static void pause(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
