package org.shouxin.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The data folder of a running server as a tar, by the rules of PostgreSQL's manual for base
 * backups (25.3.4): what the server makes anew is left out, the control file goes last. Files that
 * change meanwhile are mended by the WAL.
 */
final class DataFolderCopy {
  private static final Set<String> EMPTIED =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");
  private static final Set<String> LEFT_OUT =
      Set.of(
          "postmaster.pid",
          "postmaster.opts",
          "current_logfiles",
          "backup_label",
          "tablespace_map",
          "backup_manifest");
  private static final String CONTROL = "global/pg_control";
  private static final int BUFFER = 1 << 16;

  private final Path data;
  private final TarArchiveOutputStream tar;

  DataFolderCopy(Path data, OutputStream out) {
    this.data = data;
    this.tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  void write() throws IOException {
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(data)) {
      inside = walk.filter(this::isWanted).sorted().toList();
    }
    for (Path path : inside) {
      if (Files.isDirectory(path)) {
        tar.putArchiveEntry(new TarArchiveEntry(nameOf(path) + "/"));
        tar.closeArchiveEntry();
      } else if (!nameOf(path).equals(CONTROL)) {
        file(path);
      }
    }
    file(data.resolve(CONTROL));
  }

  /** Adds a file that is not in the folder: the backup label. */
  void add(String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  void finish() throws IOException {
    tar.finish();
    tar.flush();
  }

  private boolean isWanted(Path path) {
    String name = nameOf(path);
    String file = String.valueOf(path.getFileName());
    int slash = name.indexOf('/');
    boolean emptied = slash > 0 && EMPTIED.contains(name.substring(0, slash));
    boolean walFolder = name.equals("pg_wal/archive_status") || name.equals("pg_wal/summaries");
    return !name.isEmpty()
        && (!emptied || walFolder)
        && !LEFT_OUT.contains(name)
        && !file.startsWith("pgsql_tmp")
        && !file.startsWith("pg_internal.init")
        && !file.endsWith(".tmp");
  }

  private String nameOf(Path path) {
    return data.relativize(path).toString();
  }

  /** As many bytes as were announced: a file that grows is cut, one that shrinks filled up. */
  private void file(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      long size = Files.size(path);
      TarArchiveEntry entry = new TarArchiveEntry(nameOf(path));
      entry.setSize(size);
      tar.putArchiveEntry(entry);
      byte[] buffer = new byte[BUFFER];
      long left = size;
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          java.util.Arrays.fill(buffer, (byte) 0);
          read = (int) Math.min(buffer.length, left);
        }
        tar.write(buffer, 0, read);
        left -= read;
      }
      tar.closeArchiveEntry();
    } catch (NoSuchFileException dropped) {
      // A table that was dropped meanwhile; the WAL says so too.
      return;
    }
  }

  /** Unpacks such a tar into an empty folder. */
  static void unpack(InputStream in, Path folder) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(in, StandardCharsets.UTF_8.name());
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path target = folder.resolve(entry.getName()).normalize();
      if (!target.startsWith(folder)) {
        throw new IOException("entry outside the folder: " + entry.getName());
      }
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else {
        Files.copy(tar, target);
      }
    }
    in.transferTo(OutputStream.nullOutputStream());
  }
}
