package org.shouxin.audit.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a tile as C2SP tlog-tiles does: {@code <L>/<N>[.p/<W>]} for hashes, {@code
 * entries/<N>[.p/<W>]} for entries, N in groups of three digits with {@code x} before all but the
 * last.
 *
 * @param level 0 to 63, or {@link #ENTRIES}
 * @param width 1 to 256 (full)
 */
public record TileAddress(int level, long index, int width) {
  public static final int ENTRIES = -1;

  private static final Pattern FORM =
      Pattern.compile("(entries|0|[1-9]\\d?)/((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

  /**
   * The address written as {@code path} (after {@code tile/}), or nothing when it is not in the one
   * allowed form.
   */
  public static Optional<TileAddress> parse(String path) {
    Matcher form = FORM.matcher(path);
    if (!form.matches()) {
      return Optional.empty();
    }
    int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
    long index = Long.parseLong(form.group(2).replace("x", "").replace("/", ""));
    int width = form.group(3) == null ? HashTile.WIDTH : Integer.parseInt(form.group(3));
    TileAddress address = new TileAddress(level, index, width);
    return level <= 63 && width <= HashTile.WIDTH && address.path().equals(path)
        ? Optional.of(address)
        : Optional.empty();
  }

  /** The path after {@code tile/}. */
  public String path() {
    StringBuilder groups = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      groups.insert(0, "x%03d/".formatted(rest % 1000));
    }
    String partial = width == HashTile.WIDTH ? "" : ".p/" + width;
    return (level == ENTRIES ? "entries" : level) + "/" + groups + partial;
  }
}
