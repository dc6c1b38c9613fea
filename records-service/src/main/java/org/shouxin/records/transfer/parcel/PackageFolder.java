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
import java.util.UUID;
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
    try {
      Path folder = folder(controller, transfer);
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path draft = Files.createTempFile(folder, "draft", ".part");
      MessageDigest digest = ItemHash.digest();
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(draft), digest)) {
        content.writeTo(out);
      }
      try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      String sha256 = HexFormat.of().formatHex(digest.digest());
      long bytes = Files.size(draft);
      Files.move(draft, folder.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
      return new Stored(sha256, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("shouxin.transfer.package-dir", e);
    }
  }

  /** Takes away what nobody listed. */
  public void discard(ControllerId controller, UUID transfer, Stored stored) {
    try {
      Files.deleteIfExists(folder(controller, transfer).resolve(stored.sha256()));
    } catch (IOException e) {
      throw new UncheckedIOException("shouxin.transfer.package-dir", e);
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
