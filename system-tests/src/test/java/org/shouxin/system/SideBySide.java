package org.shouxin.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** The same look at several things at once, each in a thread of its own. */
public final class SideBySide {
  private SideBySide() {}

  /** Returns when all are done; the first failure among them is the failure. */
  public static <T> void each(List<T> things, Consumer<T> look) {
    List<CompletableFuture<Void>> looks = new ArrayList<>();
    for (T thing : things) {
      looks.add(
          CompletableFuture.runAsync(
              () -> look.accept(thing), task -> Thread.ofPlatform().daemon().start(task)));
    }
    for (CompletableFuture<Void> one : looks) {
      try {
        one.join();
      } catch (CompletionException failed) {
        if (failed.getCause() instanceof AssertionError fault) {
          throw fault;
        }
        throw failed;
      }
    }
  }
}
