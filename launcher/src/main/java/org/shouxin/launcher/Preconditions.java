package org.shouxin.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;

/** What must hold before anything is started; each fault is one line with its remedy. */
final class Preconditions {
  private static final long MEGABYTE = 1024 * 1024;
  private static final long FIRST_START_MEGABYTES = 1_500;
  private static final long LATER_START_MEGABYTES = 300;

  private Preconditions() {}

  /** Enough disk, and every port free. */
  static void require(Layout layout) throws IOException {
    requireDisk(layout);
    for (Component component : Component.values()) {
      requireFree(component, layout.port(component));
    }
  }

  private static void requireDisk(Layout layout) throws IOException {
    long needed =
        Files.exists(layout.postgresData(Component.POSTGRESQL))
            ? LATER_START_MEGABYTES
            : FIRST_START_MEGABYTES;
    long free = Files.getFileStore(layout.home()).getUsableSpace() / MEGABYTE;
    if (free < needed) {
      throw new LauncherException(
          "The disk of %s has only %d MB left and %d MB are needed. Free some space, or choose another disk with --home."
              .formatted(layout.home(), free, needed));
    }
  }

  private static void requireFree(Component component, int port) {
    if (port > 65_535) {
      throw new LauncherException("The port offset is too large. Choose one below 50000.");
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new LauncherException(
          "Port %d (%s) is in use by another program. Stop that program (ss -ltnp 'sport = :%d' names it), or take other ports: ./shouxin up --port-offset 1000"
              .formatted(port, component.title(), port),
          e);
    }
  }
}
