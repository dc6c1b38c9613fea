package org.shouxin.launcher.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What two pieces of work gave that were done at the same time. */
record SideBySide<T>(T first, T second) {

  /** Work that may fail with an I/O fault. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Returns when both have ended; throws the fault of the first, else that of the second. */
  static <T> SideBySide<T> of(Work<T> first, Work<T> second) throws IOException {
    CompletableFuture<T> other =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return second.run();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            task -> Thread.ofPlatform().daemon().start(task));
    T done;
    try {
      done = first.run();
    } finally {
      other.handle((value, fault) -> fault == null).join();
    }
    return new SideBySide<>(done, join(other));
  }

  private static <T> T join(CompletableFuture<T> other) throws IOException {
    try {
      return other.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException unread) {
        throw unread.getCause();
      }
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw e;
    }
  }
}
