package org.shouxin.testing.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Decides by a seed which task goes on, and what goes wrong between two steps. The same seed brings
 * the same run: exactly one task runs at any moment, and chance comes from {@link #below} alone.
 */
public final class Schedule {
  private record Fault(int oneIn, Runnable happens) {}

  private final Random random;
  private final List<Task> tasks = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final StringBuilder story = new StringBuilder();
  private @Nullable Task current;
  private final Thread thread = Thread.currentThread();
  private long steps;

  private Schedule(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** Something that is told in a world of its own, by the schedule of one seed. */
  @FunctionalInterface
  public interface Story {
    void tell(Schedule schedule);
  }

  /**
   * Runs one seed to its end.
   *
   * @throws AssertionError of the story, with the seed and what had happened until then
   */
  public static void run(long seed, Story story) {
    FutureTask<@Nullable Void> told = new FutureTask<>(() -> tell(seed, story), null);
    Thread.ofVirtual().start(told);
    try {
      told.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof AssertionError broken
          ? broken
          : new AssertionError("seed " + seed, failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static void tell(long seed, Story story) {
    Schedule schedule = new Schedule(seed);
    try {
      story.tell(schedule);
    } catch (AssertionError broken) {
      throw new AssertionError(
          "seed " + seed + ": " + broken.getMessage() + schedule.story, broken);
    } finally {
      List.copyOf(schedule.tasks).forEach(schedule::end);
    }
  }

  /** Begins work that takes its turns from now on. */
  public Task start(String name, Runnable work) {
    Task task = new Task(name, work, thread);
    tasks.add(task);
    return task;
  }

  /** Between any two steps, once in {@code oneIn} on average, this happens. */
  public void fault(int oneIn, Runnable happens) {
    faults.add(new Fault(oneIn, happens));
  }

  /** From now on nothing goes wrong any more, and nobody sleeps. */
  public void heal() {
    faults.clear();
    tasks.forEach(task -> task.sleepUntil(0));
    note("healed");
  }

  /** Lets tasks take {@code count} steps, or fewer when none is left that may. */
  public void go(long count) {
    for (long end = steps + count; steps < end; steps++) {
      for (Fault fault : faults) {
        if (below(fault.oneIn()) == 0) {
          fault.happens().run();
        }
      }
      List<Task> ready = tasks.stream().filter(task -> task.mayRunAt(steps)).toList();
      if (!ready.isEmpty()) {
        resume(ready.get(below(ready.size())));
      } else if (tasks.stream().allMatch(Task::isEnded)) {
        return;
      }
    }
  }

  private void resume(Task task) {
    current = task;
    try {
      task.resume();
    } finally {
      current = null;
      if (task.isEnded()) {
        tasks.remove(task);
      }
    }
  }

  /** A place between two steps of a task: others may go on here, and it may crash here. */
  public void step() {
    Task task = current;
    if (task == null) {
      return;
    }
    task.yieldTurn();
  }

  /** Ends a task as {@code kill -9} does. */
  public void crash(Task task) {
    note("crash of " + task);
    end(task);
  }

  private void end(Task task) {
    current = task;
    try {
      task.crash();
    } finally {
      current = null;
      tasks.remove(task);
    }
  }

  /** Stops a task for about so many steps, as SIGSTOP does. */
  public void pause(Task task, int about) {
    note("pause of " + task);
    task.sleepUntil(steps + 1 + below(2 * about));
  }

  /** A number from 0 until before {@code end}. */
  public int below(int end) {
    return random.nextInt(end);
  }

  /** Remembers what happened, for the story of a seed that fails. */
  public void note(String what) {
    story.append("\n  ").append(steps).append(' ').append(what);
  }
}
