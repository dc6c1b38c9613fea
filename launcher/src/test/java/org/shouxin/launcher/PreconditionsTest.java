package org.shouxin.launcher;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreconditionsTest {
  private static final int OFFSET = 21_000;

  @TempDir Path folder = Path.of("");

  @Test
  void portInUseIsNamedWithItsComponentAndTheRemedy() throws IOException {
    Layout layout = new Layout(folder, folder, OFFSET);
    int port = layout.port(Component.AUDIT);
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Preconditions.require(layout))
          .isInstanceOf(LauncherException.class)
          .hasMessageStartingWith(
              "Port %d (audit-service) is in use".formatted(taken.getLocalPort()))
          .hasMessageEndingWith("./shouxin up --port-offset 1000");
    }
  }
}
