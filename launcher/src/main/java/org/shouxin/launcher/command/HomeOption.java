package org.shouxin.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.RunState;
import picocli.CommandLine.Option;

/** Which installation is meant. */
final class HomeOption {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "State folder (default: .shouxin in the project).")
  private @Nullable Path home;

  /** The layout with that port offset. */
  Layout layout(int portOffset) {
    return home == null ? Layout.usual(portOffset) : Layout.of(home, portOffset);
  }

  /** The layout as the installation was last started. */
  Layout lastLayout() throws IOException {
    return layout(RunState.portOffset(layout(0).home()).orElse(0));
  }

  /** The layout of the installation, which must be running. */
  Layout runningLayout() throws IOException {
    Layout layout = lastLayout();
    if (!RunState.isReady(layout.home())) {
      throw new LauncherException("Shouxin does not run. Start it: ./shouxin up");
    }
    return layout;
  }
}
