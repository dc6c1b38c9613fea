package org.shouxin.cluster.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files of secrets that only their owner may read. */
final class SecretFiles {
  private final Path folder;

  SecretFiles(Path folder) {
    this.folder = folder;
  }

  void passwords(String secret, String... keys) throws IOException {
    for (String key : keys) {
      write(secret, key, FreshKeys.password());
    }
  }

  /** Without a line's end: it would become part of a password. */
  void write(String secret, String key, String value) throws IOException {
    Path place = folder.resolve(secret);
    Files.createDirectories(
        place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path file =
        Files.createFile(
            place.resolve(key),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, value);
  }
}
