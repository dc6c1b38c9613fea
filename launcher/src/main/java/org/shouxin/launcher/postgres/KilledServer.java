package org.shouxin.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.shouxin.launcher.LauncherException;

/**
 * A server that was killed leaves children which end by themselves within moments, but hold its
 * shared memory until then; a new server refuses to start beside them. Linux shows who still holds
 * it; elsewhere there is nothing to wait by.
 */
final class KilledServer {
  private static final Path SEGMENTS = Path.of("/proc/sysvipc/shm");
  private static final int SEGMENT_LINE = 6;
  private static final int SEGMENT_ID = 1;
  private static final int ATTACHED = 6;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int PAUSE_MILLIS = 50;

  private KilledServer() {}

  /** Returns when no process holds the shared memory of the server that last ran on this data. */
  static void awaitEndOfChildren(Path data) throws IOException {
    awaitEndOfChildren(data.resolve("postmaster.pid"), SEGMENTS, PATIENCE_MILLIS);
  }

  static void awaitEndOfChildren(Path lockFile, Path segments, int patienceMillis)
      throws IOException {
    long deadline = System.nanoTime() + patienceMillis * 1_000_000L;
    while (isHeld(lockFile, segments)) {
      if (System.nanoTime() > deadline) {
        throw new LauncherException(
            "Processes of an earlier PostgreSQL still use the data in "
                + lockFile.getParent()
                + ". End them, or restart the machine, and start again.");
      }
      pause();
    }
  }

  private static boolean isHeld(Path lockFile, Path segments) throws IOException {
    if (!Files.exists(lockFile) || !Files.exists(segments)) {
      return false;
    }
    List<String> lock = Files.readAllLines(lockFile);
    if (lock.size() <= SEGMENT_LINE) {
      return false;
    }
    String id = fields(lock.get(SEGMENT_LINE))[SEGMENT_ID];
    try (Stream<String> lines = Files.lines(segments)) {
      return lines
          .map(KilledServer::fields)
          .anyMatch(segment -> segment[SEGMENT_ID].equals(id) && !segment[ATTACHED].equals("0"));
    }
  }

  private static String[] fields(String line) {
    return line.strip().split("\\s+");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted while an earlier PostgreSQL was ending.", e);
    }
  }
}
