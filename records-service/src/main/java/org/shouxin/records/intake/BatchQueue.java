package org.shouxin.records.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Commits batches in their order on a thread of its own, while the next one is read and judged. One
 * waits at most, so that memory stays bounded.
 */
final class BatchQueue implements AutoCloseable {
  private final ExecutorService committer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("intake-commit").daemon().factory());
  private final Consumer<Batch> commit;
  private Future<? extends @Nullable Object> running = CompletableFuture.completedFuture(null);

  BatchQueue(Consumer<Batch> commit) {
    this.commit = commit;
  }

  /** Returns as soon as the batch before is committed; throws what went wrong with that one. */
  void put(Batch batch) {
    drain();
    running = committer.submit(() -> commit.accept(batch));
  }

  /** Returns when everything is committed. */
  void drain() {
    try {
      running.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DatabaseTrouble.Stopped();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error fault) {
        throw fault;
      }
      throw (RuntimeException) failed.getCause();
    }
  }

  /** Waits for the batch that is being committed: nothing is written after an import has ended. */
  @Override
  public void close() {
    committer.close();
  }
}
