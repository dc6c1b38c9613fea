package org.shouxin.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's folders and files, found from this module's folder. */
public final class Project {
  /** The four services, in the order of docs/architecture.md. */
  public static final List<String> SERVICES =
      List.of("gateway", "consent-service", "records-service", "audit-service");

  private Project() {}

  /** The folder that holds the modules. */
  public static Path folder() {
    return Path.of(System.getProperty("shouxin.project", "..")).toAbsolutePath().normalize();
  }

  /** A file or folder below {@link #folder()}. */
  public static Path path(String relative) {
    return folder().resolve(relative);
  }

  public static String read(String relative) {
    return read(path(relative));
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
