package org.shouxin.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.OwnerOnly;

/**
 * The WAL between base backups. PostgreSQL puts each whole segment into a spool folder; from there
 * it is sealed into the backup locations and deleted. Two shippers wait for each other.
 */
final class WalArchive {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int PAUSE_MILLIS = 100;

  private final Layout layout;
  private final BackupStore store;
  private final BackupKeys keys;

  WalArchive(Layout layout, BackupStore store, BackupKeys keys) {
    this.layout = layout;
    this.store = store;
    this.keys = keys;
  }

  /** From now on the server archives. */
  void begin(BackupSet set) throws IOException {
    OwnerOnly.folder(spool(set));
  }

  /** Seals what waits in the spool; returns how many segments that were. */
  int ship(BackupSet set) throws IOException {
    Path spool = spool(set);
    if (!Files.isDirectory(spool)) {
      return 0;
    }
    Path lockFile = spool.resolveSibling(set.folder() + ".lock");
    synchronized (WalArchive.class) {
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        int shipped = 0;
        for (Path file : lock.isValid() ? waiting(spool) : List.<Path>of()) {
          ship(set, file);
          shipped++;
        }
        return shipped;
      }
    }
  }

  private void ship(BackupSet set, Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    store.keepSegment(
        set,
        name,
        part -> {
          try (OutputStream out = new Seal(keys, set).seal(Files.newOutputStream(part), name)) {
            Files.copy(file, out);
          }
        });
    Files.delete(file);
  }

  private static List<Path> waiting(Path spool) throws IOException {
    try (Stream<Path> files = Files.list(spool)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches("[0-9A-F.]+(backup|history)?"))
          .sorted()
          .toList();
    }
  }

  /** Ships until that segment is in the archive. */
  void awaitSegment(BackupSet set, String segment) throws IOException {
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
    while (!Files.exists(store.segment(set, segment))) {
      ship(set);
      if (System.nanoTime() > deadline) {
        throw new LauncherException(
            "PostgreSQL did not archive the WAL segment "
                + segment
                + ". Look into "
                + layout.log(set.server())
                + ".");
      }
      pause();
    }
  }

  /** Opens the segments that a restore of the backup needs into a folder. */
  void open(Manifest manifest, RestoreTarget target, Path folder) throws IOException {
    for (String segment : store.segments(manifest.set())) {
      if (segment.compareTo(manifest.firstSegment()) >= 0
          && (target == RestoreTarget.NEWEST || segment.compareTo(manifest.lastSegment()) <= 0)) {
        Path sealed = store.segment(manifest.set(), segment);
        try (InputStream in =
            new Seal(keys, manifest.set()).open(Files.newInputStream(sealed), segment)) {
          Files.copy(in, folder.resolve(segment));
        } catch (IOException e) {
          throw new BackupException(
              "WAL segment " + sealed + " was changed, or sealed with a key that is not here", e);
        }
      }
    }
    if (!Files.exists(folder.resolve(manifest.lastSegment()))) {
      throw new BackupException(
          manifest.title() + " lacks the WAL segment " + manifest.lastSegment());
    }
  }

  private Path spool(BackupSet set) {
    return layout.walSpool(set.server());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.", e);
    }
  }
}
