package org.shouxin.records.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.intake.book.BookFile;
import org.shouxin.records.vault.SealedFiles;

/**
 * Where a file waits while it is read: a folder that only the service's own account can open, and
 * sealed, so that what a crash leaves there is readable by nobody else. A file is deleted when its
 * import ends; only a crash leaves one, for the import to go on.
 */
@ApplicationScoped
class Spool {
  private static final String READY = ".book";
  private static final String ARRIVING = ".part";
  private static final Duration ABANDONED = Duration.ofDays(1);
  private final Path folder;
  private final long largest;
  private final SealedFiles seals;
  private final Clock clock;

  Spool(IntakeConfig config, SealedFiles seals, Clock clock) {
    this.seals = seals;
    this.folder = config.workDir();
    this.clock = clock;
    this.largest = config.maxSize().asLongValue();
  }

  /** A file that has arrived completely. */
  record Arrived(Path file, byte[] sha256, long size) {}

  /** A file whose import was interrupted. */
  record Waiting(ControllerId controller, UUID id, Path file) {}

  /**
   * Stores a body, sealed.
   *
   * @throws ProblemException {@code IMPORT_TOO_LARGE}; nothing is left behind then
   */
  Arrived receive(ControllerId controller, InputStream body) throws IOException {
    Path file = open().resolve(Ids.random() + ARRIVING);
    boolean complete = false;
    try {
      MessageDigest digest = sha256();
      long size = 0;
      byte[] buffer = new byte[64 * 1024];
      try (OutputStream out = new DigestOutputStream(seals.write(controller, file), digest)) {
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
          size += read;
          if (size > largest) {
            throw new ProblemException(ProblemCode.IMPORT_TOO_LARGE);
          }
          out.write(buffer, 0, read);
        }
      }
      complete = true;
      return new Arrived(file, digest.digest(), size);
    } finally {
      if (!complete) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** What is in a file that was received for this controller. */
  BookFile content(ControllerId controller, Path file) {
    return () -> seals.read(controller, file);
  }

  /** Keeps an arrived file for its import, also over a crash. */
  Path keep(Arrived arrived, ControllerId controller, UUID id) throws IOException {
    return Files.move(arrived.file(), path(controller, id), StandardCopyOption.ATOMIC_MOVE);
  }

  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(ControllerId controller, UUID id) {
    return folder.resolve(controller.value() + "~" + id + READY);
  }

  /** Files of interrupted imports; what did not arrive completely within a day is deleted. */
  List<Waiting> listWaiting() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      all.stream().filter(this::isAbandoned).forEach(this::delete);
      return all.stream().filter(file -> name(file).endsWith(READY)).map(Spool::waiting).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isAbandoned(Path file) {
    return name(file).endsWith(ARRIVING)
        && file.toFile().lastModified() < clock.instant().minus(ABANDONED).toEpochMilli();
  }

  private static Waiting waiting(Path file) {
    String name = name(file);
    int tilde = name.indexOf('~');
    return new Waiting(
        new ControllerId(name.substring(0, tilde)),
        UUID.fromString(name.substring(tilde + 1, name.length() - READY.length())),
        file);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private Path open() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    }
    return folder;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
