package org.shouxin.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Unpacked programs, made once; two launchers that start at the same time wait for each other. */
public final class Cache {
  private static final Map<String, Object> LOCKS = new ConcurrentHashMap<>();

  /** Fills an empty folder. */
  @FunctionalInterface
  public interface Filler {
    void fill(Path folder) throws IOException;
  }

  private final Path folder;

  public Cache(Path folder) {
    this.folder = folder;
  }

  /** The folder of that name, filled if it is not there yet; never seen half filled. */
  public Path get(String name, Filler filler) throws IOException {
    Path wanted = folder.resolve(name);
    if (Files.isDirectory(wanted)) {
      return wanted;
    }
    Files.createDirectories(folder);
    synchronized (LOCKS.computeIfAbsent(name, any -> new Object())) {
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(name + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        if (lock.isValid() && !Files.isDirectory(wanted)) {
          Path fresh = folder.resolve(name + ".fresh");
          deleteAll(fresh);
          Files.createDirectories(fresh);
          filler.fill(fresh);
          Files.move(fresh, wanted, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    }
    return wanted;
  }

  /** Deletes a folder with everything in it, if it is there. */
  public static void deleteAll(Path root) throws IOException {
    if (!Files.exists(root, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(root)) {
      inside = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inside) {
      Files.delete(path);
    }
  }
}
