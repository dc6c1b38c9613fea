package org.shouxin.system;

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
  private static final class Start implements AutoCloseable {
    private @Nullable RunningSystem system;
    private @Nullable RuntimeException fault;

    Start() {
      try {
        system = RunningSystem.start();
      } catch (RuntimeException failed) {
        fault = failed;
      }
    }

    RunningSystem system() {
      if (system == null) {
        throw new IllegalStateException("the system did not start; see target/home/logs", fault);
      }
      return system;
    }

    @Override
    public void close() {
      if (system != null) {
        system.close();
      }
    }
  }
}
