package org.shouxin.audit.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * {@code ExportLog BASE FOLDER}: copies a log into a folder in the same layout, so that any static
 * file server, or nobody but a disk, can offer it to verifiers. Full tiles that are there already
 * are not fetched again. Exit 0, or 2 when it could not be done.
 */
public final class ExportLog {
  private final LogSource source;
  private final Path folder;
  private long fetched;

  private ExportLog(LogSource source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  public static void main(String[] args) {
    System.exit(run(System.out, args));
  }

  /** Runs the program; returns its exit code. */
  public static int run(PrintStream out, String... args) {
    if (args.length != 2) {
      out.println("usage: export-log BASE FOLDER");
      return 2;
    }
    try {
      ExportLog export = new ExportLog(LogSource.of(args[0]), Path.of(args[1]));
      long size = export.copy();
      out.printf("%d entries in %s, %d files fetched%n", size, args[1], export.fetched);
      return 0;
    } catch (IOException | Fault failed) {
      out.println("the log could not be exported: " + failed.getMessage());
      return 2;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 2;
    }
  }

  /**
   * Tiles first and the checkpoint last, so that a reader of the folder never finds a size without
   * its tiles.
   */
  private long copy() throws IOException, InterruptedException, Fault {
    byte[] verifierKey = source.get("vkey");
    byte[] note = source.get("checkpoint");
    long size =
        SignedCheckpoint.read(
                new String(note, StandardCharsets.UTF_8),
                Key.parse(new String(verifierKey, StandardCharsets.UTF_8)),
                "the checkpoint")
            .size();
    copyLevel("entries", size);
    int level = 0;
    for (long hashes = size; hashes > 0; hashes /= Tiles.WIDTH) {
      copyLevel(String.valueOf(level++), hashes);
    }
    write("vkey", verifierKey);
    Optional<byte[]> second = source.find("vkey-ml-dsa");
    if (second.isPresent()) {
      write("vkey-ml-dsa", second.get());
    }
    write("checkpoint", note);
    return size;
  }

  private void copyLevel(String level, long total) throws IOException, InterruptedException, Fault {
    for (long index = 0; index * Tiles.WIDTH < total; index++) {
      String path = "tile/" + level + "/" + Tiles.place(index, total);
      boolean full = Tiles.width(index, total) == Tiles.WIDTH;
      if (!full || !Files.exists(folder.resolve(path))) {
        write(path, source.get(path));
        fetched++;
      }
    }
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, bytes);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
