package org.shouxin.launcher.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouxin.launcher.Cache;
import org.shouxin.launcher.OwnerOnly;

/**
 * The catalogue and files of all backups, in one folder or in two alike: {@code
 * <set>/<id>/{base.sealed,manifest.json}} and {@code <set>/wal/<segment>.sealed}.
 */
final class BackupStore {
  private static final String MANIFEST = "manifest.json";
  private static final String SEALED = ".sealed";

  private final List<Path> locations;
  private final BackupKeys keys;

  BackupStore(List<Path> locations, BackupKeys keys) {
    this.locations = locations;
    this.keys = keys;
  }

  /** The first location; where reports and the erasure ledger are too. */
  Path first() {
    return locations.getFirst();
  }

  List<Path> locations() {
    return locations;
  }

  /** A folder for a backup that is being made; of no account until its manifest is there. */
  Path begin(BackupSet set, String id) throws IOException {
    return OwnerOnly.folder(first().resolve(set.folder()).resolve(id));
  }

  Path base(BackupSet set, String id) {
    return first().resolve(set.folder()).resolve(id).resolve("base" + SEALED);
  }

  /** Signs the manifest, flushes everything and copies the backup to the second location. */
  void finish(Manifest manifest) throws IOException {
    Path base = base(manifest.set(), manifest.id());
    flush(base);
    SignedFile.write(base.resolveSibling(MANIFEST), manifest, keys);
    for (Path other : locations.subList(1, locations.size())) {
      Path folder = other.resolve(manifest.set().folder()).resolve(manifest.id());
      OwnerOnly.folder(folder);
      copy(base, folder.resolve("base" + SEALED));
      for (Path file :
          List.of(
              SignedFile.signatureOf(base.resolveSibling(MANIFEST)),
              base.resolveSibling(MANIFEST))) {
        copy(file, folder.resolve(String.valueOf(file.getFileName())));
      }
    }
  }

  /** All complete backups of a set, oldest first; each manifest's signature is verified. */
  List<Manifest> list(BackupSet set) throws IOException {
    List<Manifest> found = new ArrayList<>();
    for (Path folder : folders(first(), set)) {
      Path manifest = folder.resolve(MANIFEST);
      if (Files.exists(manifest)) {
        found.add(SignedFile.read(manifest, Manifest.class, keys));
      }
    }
    return found;
  }

  Optional<Manifest> newest(BackupSet set) throws IOException {
    List<Manifest> all = list(set);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** Deletes what has expired, and returns it. */
  List<Manifest> expire(BackupSet set, Instant now) throws IOException {
    List<Manifest> expired = list(set).stream().filter(one -> one.isExpired(now)).toList();
    delete(set, expired);
    return expired;
  }

  /** Deletes backups at every location, then the WAL that no backup needs any more. */
  void delete(BackupSet set, List<Manifest> chosen) throws IOException {
    for (Manifest manifest : chosen) {
      for (Path location : locations) {
        Cache.deleteAll(location.resolve(set.folder()).resolve(manifest.id()));
      }
    }
    String needed = list(set).stream().map(Manifest::firstSegment).min(ORDER).orElse("G");
    for (Path location : locations) {
      for (String segment : segments(location, set)) {
        if (ORDER.compare(segment, needed) < 0) {
          Files.delete(segment(location, set, segment));
        }
      }
    }
  }

  /** Segments in the order of time: by their place, whatever the timeline. */
  private static final Comparator<String> ORDER =
      Comparator.comparing(segment -> segment.length() < 24 ? segment : segment.substring(8, 24));

  /** The names of the archived WAL segments of a set. */
  List<String> segments(BackupSet set) throws IOException {
    return segments(first(), set);
  }

  private static List<String> segments(Path location, BackupSet set) throws IOException {
    Path folder = location.resolve(set.folder()).resolve("wal");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(SEALED))
          .map(name -> name.substring(0, name.length() - SEALED.length()))
          .sorted(ORDER)
          .toList();
    }
  }

  Path segment(BackupSet set, String name) {
    return segment(first(), set, name);
  }

  private static Path segment(Path location, BackupSet set, String name) {
    return location.resolve(set.folder()).resolve("wal").resolve(name + SEALED);
  }

  /** Writes a sealed file where it is told. */
  interface Sealing {
    void into(Path part) throws IOException;
  }

  /** Puts a sealed segment in place everywhere; durable when it returns. */
  void keepSegment(BackupSet set, String name, Sealing sealing) throws IOException {
    Path first = segment(first(), set, name);
    OwnerOnly.folder(first().resolve(set.folder()).resolve("wal"));
    Path part = partOf(first);
    sealing.into(part);
    place(part, first);
    for (Path other : locations.subList(1, locations.size())) {
      Path target = segment(other, set, name);
      OwnerOnly.folder(other.resolve(set.folder()).resolve("wal"));
      copy(first, target);
    }
  }

  private static List<Path> folders(Path location, BackupSet set) throws IOException {
    Path folder = location.resolve(set.folder());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Path part = partOf(to);
    Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
    place(part, to);
  }

  private static Path partOf(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  private static void place(Path part, Path target) throws IOException {
    flush(part);
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    flush(target.resolveSibling("."), StandardOpenOption.READ);
  }

  private static void flush(Path file) throws IOException {
    flush(file, StandardOpenOption.WRITE);
  }

  /** A folder is flushed too, since a rename is durable only then; it opens for reading alone. */
  private static void flush(Path file, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(file, how)) {
      channel.force(true);
    }
  }
}
