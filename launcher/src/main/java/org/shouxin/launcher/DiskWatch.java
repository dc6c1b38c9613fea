package org.shouxin.launcher;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ends an installation in order while there is still room to do so, before the disk is full. */
final class DiskWatch implements AutoCloseable {
  private static final long MEGABYTE = 1024 * 1024;
  private static final long LEAST_MEGABYTES = 64;
  private static final int PERIOD_SECONDS = 5;

  private final Layout layout;
  private final FileStore disk;
  private final Consumer<String> onFull;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("disk-watch").daemon().unstarted(task));

  /**
   * Begins to watch.
   *
   * @param onFull gets one line, with the remedy, when too little room is left
   */
  DiskWatch(Layout layout, Consumer<String> onFull) throws IOException {
    this.layout = layout;
    this.disk = Files.getFileStore(layout.home());
    this.onFull = onFull;
    var unused =
        clock.scheduleWithFixedDelay(this::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    long left = megabytesLeft();
    if (left < LEAST_MEGABYTES) {
      onFull.accept(
          "The disk of %s is full (%d MB left), so everything is stopped before a write fails. Free some space, then start again with ./shouxin up."
              .formatted(layout.home(), left));
    }
  }

  private long megabytesLeft() {
    try {
      return disk.getUsableSpace() / MEGABYTE;
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
