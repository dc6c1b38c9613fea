package org.shouxin.launcher.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.shouxin.launcher.Http;

/** Copies the files of a log of a given size, named as C2SP tlog-tiles says. */
final class LogCopy {
  private static final int TILE_WIDTH = 256;
  private static final int GROUP = 1000;

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
      width /= TILE_WIDTH;
    }
  }

  private void level(String prefix, long width) throws IOException {
    for (long tile = 0; tile * TILE_WIDTH < width; tile++) {
      long filled = Math.min(TILE_WIDTH, width - tile * TILE_WIDTH);
      String part = filled == TILE_WIDTH ? "" : ".p/" + filled;
      fetch(prefix + "/" + name(tile) + part);
    }
  }

  /** The tile's number in groups of three digits, all but the last marked with x. */
  static String name(long tile) {
    String name = String.format(Locale.ROOT, "%03d", tile % GROUP);
    for (long rest = tile / GROUP; rest > 0; rest /= GROUP) {
      name = String.format(Locale.ROOT, "x%03d/", rest % GROUP) + name;
    }
    return name;
  }
}
