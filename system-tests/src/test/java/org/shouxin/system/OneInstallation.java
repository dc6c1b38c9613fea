package org.shouxin.system;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one installation at its first use and stops it when the whole test run ends. */
final class OneInstallation implements ParameterResolver {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(OneInstallation.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == RunningSystem.class;
  }

  @Override
  public RunningSystem resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(HERE)
        .computeIfAbsent("start", key -> new Start(), Start.class)
        .system();
  }

  /**
   * The one start of the run; when it fails, it has failed for all tests and its home stays as it
   * is.
   */
  static final class Start implements AutoCloseable {
    private static @Nullable CompletableFuture<RunningSystem> begun;

    /** Starts it in the background, where that was not done yet. */
    static synchronized CompletableFuture<RunningSystem> begin() {
      if (begun == null) {
        begun =
            CompletableFuture.supplyAsync(
                RunningSystem::start, task -> Thread.ofPlatform().daemon().start(task));
      }
      return begun;
    }

    RunningSystem system() {
      try {
        return begin().join();
      } catch (CompletionException failed) {
        throw new IllegalStateException("the system did not start; see target/home/logs", failed);
      }
    }

    @Override
    public void close() {
      if (!begin().isCompletedExceptionally()) {
        system().close();
      }
    }
  }
}
