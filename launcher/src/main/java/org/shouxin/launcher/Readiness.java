package org.shouxin.launcher;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** Waits for components to become usable, and says what it still waits for. */
final class Readiness {
  private static final int PAUSE_MILLIS = 150;
  private static final double REPORT_SECONDS = 10;
  private static final double PATIENCE_SECONDS = 300;

  private final Progress progress;
  private final Runnable failFast;
  private final Http http = new Http();

  /**
   * Begins waiting.
   *
   * @param failFast throws when something ended that should run
   */
  Readiness(Progress progress, Runnable failFast) {
    this.progress = progress;
    this.failFast = failFast;
  }

  /** Waits for the steps; throws the first fault. */
  void join(CompletableFuture<?>... steps) {
    CompletableFuture<Void> all = CompletableFuture.allOf(steps);
    while (!all.isDone()) {
      for (CompletableFuture<?> step : steps) {
        rethrow(step);
      }
      failFast.run();
      pause();
    }
    for (CompletableFuture<?> step : steps) {
      rethrow(step);
    }
  }

  private static void rethrow(CompletableFuture<?> step) {
    if (!step.isCompletedExceptionally()) {
      return;
    }
    try {
      step.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof LauncherException known) {
        throw known;
      }
      throw new LauncherException("The start failed: " + e.getCause(), e);
    }
  }

  /** Waits until each address answers 200. */
  void await(Map<Component, URI> addresses) {
    Map<Component, URI> waiting = new EnumMap<>(addresses);
    double begun = progress.seconds();
    double reported = begun;
    while (!waiting.isEmpty()) {
      failFast.run();
      waiting
          .entrySet()
          .removeIf(entry -> {
            boolean ready = http.answers(entry.getValue());
            if (ready) {
              progress.step(entry.getKey().title() + " is ready");
            }
            return ready;
          });
      if (progress.seconds() - begun > PATIENCE_SECONDS) {
        throw new LauncherException(
            names(waiting)
                + " did not get ready within five minutes. Look into .shouxin/logs and start again.");
      }
      if (!waiting.isEmpty() && progress.seconds() - reported > REPORT_SECONDS) {
        reported = progress.seconds();
        progress.step("still waiting for " + names(waiting));
      }
      pause();
    }
  }

  private static String names(Map<Component, URI> waiting) {
    return waiting.keySet().stream().map(Component::title).collect(Collectors.joining(", "));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.", e);
    }
  }
}
