package org.shouxin.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The demo's folder of mails (RFC 5322). */
final class Mailbox {
  private final Path folder;

  Mailbox(RunningSystem system) {
    this.folder = system.home().resolve("mailbox");
  }

  /** All mails, their soft line breaks taken out. */
  List<String> mails() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .map(file -> Project.read(file).replaceAll("=\\r?\\n", ""))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
