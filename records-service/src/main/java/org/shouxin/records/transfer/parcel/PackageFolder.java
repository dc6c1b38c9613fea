package org.shouxin.records.transfer.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/**
 * Files of packages on disk, each under the digest of its bytes: what is named so is whole, whoever
 * wrote it. Nothing in them is readable without the receiver's key.
 */
@ApplicationScoped
public class PackageFolder {
  private final Path root;

  PackageFolder(PackageConfig config) {
    this.root = config.packageDir();
  }

  /**
   * A file that stands.
   *
   * @param sha256 hexadecimal
   */
  public record Stored(String sha256, long bytes) {}

  /** Writes a file's bytes. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a file that survives a crash from the moment on in which this returns. */
  public Stored store(ControllerId controller, UUID transfer, Content content) {
    return store(controller, transfer, content, null).orElseThrow();
  }

  /** As {@link #store}, of a file with this digest only; false, and nothing is kept, of another. */
  public boolean take(ControllerId controller, UUID transfer, Content content, String sha256) {
    return store(controller, transfer, content, sha256).isPresent();
  }

  private Optional<Stored> store(
      ControllerId controller, UUID transfer, Content content, @Nullable String promised) {
    try {
      Path folder = folder(controller, transfer);
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return whole(folder, Files.createTempFile(folder, "draft", ".part"), content, promised);
    } catch (IOException e) {
      throw new UncheckedIOException("shouxin.transfer.package-dir", e);
    }
  }

  /** A draft never outlives its upload. */
  private static Optional<Stored> whole(
      Path folder, Path draft, Content content, @Nullable String promised) throws IOException {
    try {
      MessageDigest digest = ItemHash.digest();
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(draft), digest)) {
        content.writeTo(out);
      }
      try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      String sha256 = HexFormat.of().formatHex(digest.digest());
      if (promised != null && !promised.equals(sha256)) {
        return Optional.empty();
      }
      long bytes = Files.size(draft);
      Files.move(draft, folder.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
      return Optional.of(new Stored(sha256, bytes));
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  public boolean holds(ControllerId controller, UUID transfer, String sha256) {
    return Files.isRegularFile(folder(controller, transfer).resolve(sha256));
  }

  public InputStream read(ControllerId controller, UUID transfer, String sha256)
      throws IOException {
    return Files.newInputStream(folder(controller, transfer).resolve(sha256));
  }

  private Path folder(ControllerId controller, UUID transfer) {
    return root.resolve(controller.value()).resolve(transfer.toString());
  }
}
