package org.shouxin.cluster.image;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * A layer from files: sorted, owned by root, one time, and only two sets of permissions, so that
 * nothing of the machine that built it is in its digest.
 */
final class LayerFiles {
  private static final Instant TIME = Instant.EPOCH.plusSeconds(1);
  private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
  private static final FilePermissions PLAIN = FilePermissions.fromOctalString("644");

  private LayerFiles() {}

  /** Files below {@code root} for which {@code chosen} holds, at {@code place} in the image. */
  static FileEntriesLayer of(String name, Path root, String place, Predicate<Path> chosen) {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    AbsoluteUnixPath base = AbsoluteUnixPath.get(place);
    for (Path file : files(root)) {
      Path relative = root.relativize(file);
      if (chosen.test(relative)) {
        Path content = followed(root, file);
        layer.addEntry(
            content,
            base.resolve(relative.toString()),
            Files.isExecutable(content) ? PROGRAM : PLAIN,
            TIME);
      }
    }
    return layer.build();
  }

  private static List<Path> files(Path root) {
    try (var files = Files.walk(root)) {
      return files
          .filter(each -> !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What a link means inside the image; a link of a package may start at its root. */
  private static Path followed(Path root, Path file) {
    if (!Files.isSymbolicLink(file)) {
      return file;
    }
    try {
      Path target = Files.readSymbolicLink(file);
      return target.isAbsolute()
          ? root.resolve(target.toString().substring(1))
          : file.resolveSibling(target).normalize();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
