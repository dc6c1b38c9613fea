package org.shouxin.system.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouxin.system.Project;

/** The migrations of all databases, and those that the last released version had. */
final class Migrations {
  private static final List<String> MODULES =
      List.of("audit-service", "consent-service", "platform/runtime", "records-service");

  private static final String RELEASED = "docs/released-migrations.txt";

  private Migrations() {}

  static List<Migration> today() {
    return MODULES.stream().flatMap(module -> of(module).stream()).toList();
  }

  /** Path from the project's folder to SHA-256, as {@code sha256sum} writes it. */
  static Map<String, String> released() {
    Map<String, String> released = new TreeMap<>();
    Project.read(RELEASED)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> released.put(line.substring(66), line.substring(0, 64)));
    return released;
  }

  static String digest(Migration migration) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(migration.sql().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Migration> of(String module) {
    try (var files = Files.walk(Project.path(module + "/src/main/resources/db"))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches("V.*\\.sql"))
          .sorted()
          .map(file -> new Migration(relative(file), Project.read(file)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path relative(Path file) {
    return Project.folder().relativize(file);
  }
}
