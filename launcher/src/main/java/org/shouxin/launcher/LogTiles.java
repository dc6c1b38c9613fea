package org.shouxin.launcher;

import java.util.Locale;

/** Names of the files of a log, as C2SP tlog-tiles says. */
public final class LogTiles {
  /** Entries of a full bundle, hashes of a full tile. */
  public static final int WIDTH = 256;

  private static final int GROUP = 1000;

  private LogTiles() {}

  /** The file of a tile of a level, or of a bundle, that holds so many. */
  public static String path(String prefix, long tile, long width) {
    return prefix + "/" + name(tile) + (width == WIDTH ? "" : ".p/" + width);
  }

  /** The tile's number in groups of three digits, all but the last marked with x. */
  public static String name(long tile) {
    String name = String.format(Locale.ROOT, "%03d", tile % GROUP);
    for (long rest = tile / GROUP; rest > 0; rest /= GROUP) {
      name = String.format(Locale.ROOT, "x%03d/", rest % GROUP) + name;
    }
    return name;
  }
}
