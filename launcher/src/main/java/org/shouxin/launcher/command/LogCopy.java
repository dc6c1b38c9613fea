package org.shouxin.launcher.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.LogTiles;

/** Copies the files of a log of a given size, named as C2SP tlog-tiles says. */
final class LogCopy {
  private final URI log;
  private final Path folder;
  private final Http http = new Http();

  LogCopy(URI log, Path folder) {
    this.log = log;
    this.folder = folder;
  }

  /** Copies one file and returns it. */
  byte[] fetch(String path) throws IOException {
    byte[] content = http.getBytes(log.resolve(path), null);
    Path target = folder.resolve(path);
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.write(target, content);
    return content;
  }

  /** Copies the entry bundles and every level of hash tiles. */
  void tiles(long size) throws IOException {
    level("tile/entries", size);
    long width = size;
    for (int level = 0; width > 0; level++) {
      level("tile/" + level, width);
      width /= LogTiles.WIDTH;
    }
  }

  private void level(String prefix, long width) throws IOException {
    for (long tile = 0; tile * LogTiles.WIDTH < width; tile++) {
      long filled = Math.min(LogTiles.WIDTH, width - tile * LogTiles.WIDTH);
      fetch(LogTiles.path(prefix, tile, filled));
    }
  }
}
