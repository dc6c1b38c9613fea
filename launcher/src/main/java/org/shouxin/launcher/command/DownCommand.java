package org.shouxin.launcher.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.RunState;
import org.shouxin.launcher.process.Leftovers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops everything; the data is kept. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stops everything; the data is kept.")
final class DownCommand implements Callable<Integer> {
  private static final int PATIENCE_SECONDS = 180;

  @Mixin private HomeOption home = new HomeOption();

  @Override
  public Integer call() {
    Layout layout = home.layout(0);
    System.out.println(stop(layout) ? "Stopped; the data is kept." : "Nothing was running.");
    return 0;
  }

  /** Stops the installation of that home; false when nothing ran. */
  static boolean stop(Layout layout) {
    Optional<ProcessHandle> launcher = RunState.launcher(layout.home());
    if (launcher.isEmpty()) {
      return Leftovers.stop(layout.run()) > 0;
    }
    ProcessHandle process = launcher.get();
    process.destroy();
    CompletableFuture<ProcessHandle> end = process.onExit();
    end.completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (process.isAlive()) {
      throw new LauncherException(
          "Process " + process.pid() + " does not end. End it with: kill -9 " + process.pid());
    }
    return true;
  }
}
