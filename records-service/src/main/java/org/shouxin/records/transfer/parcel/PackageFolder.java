package org.shouxin.records.transfer.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;

/**
 * Files of packages on disk, each under the digest of its bytes: what is named so is whole, whoever
 * wrote it. Nothing in them is readable without the receiver's key.
 */
@ApplicationScoped
public class PackageFolder {
  private final Path root;
  private final Set<Path> written = ConcurrentHashMap.newKeySet();

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
      return whole(folder, folder.resolve("draft" + Ids.random() + ".part"), content, promised);
    } catch (IOException e) {
      throw new UncheckedIOException("shouxin.transfer.package-dir", e);
    }
  }

  /** A draft never outlives its upload; whoever writes one holds its lock. */
  private Optional<Stored> whole(
      Path folder, Path draft, Content content, @Nullable String promised) throws IOException {
    written.add(draft);
    try (FileChannel file =
        FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      var _ = file.lock();
      MessageDigest digest = ItemHash.digest();
      content.writeTo(new Unclosed(new DigestOutputStream(Channels.newOutputStream(file), digest)));
      file.force(true);
      String sha256 = HexFormat.of().formatHex(digest.digest());
      if (promised != null && !promised.equals(sha256)) {
        return Optional.empty();
      }
      long bytes = file.size();
      Files.move(draft, folder.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
      return Optional.of(new Stored(sha256, bytes));
    } finally {
      Files.deleteIfExists(draft);
      written.remove(draft);
    }
  }

  /** Leaves closing to who opened. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /** Deletes drafts of processes that are gone: their locks went with them. */
  public void sweep(ControllerId controller, UUID transfer) {
    Path folder = folder(controller, transfer);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, "draft*.part")) {
      for (Path draft : drafts) {
        // To open and close a file of our own would let go of its lock.
        if (!written.contains(draft) && isAbandoned(draft)) {
          Files.deleteIfExists(draft);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("shouxin.transfer.package-dir", e);
    }
  }

  private static boolean isAbandoned(Path draft) throws IOException {
    try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      return lock != null;
    } catch (NoSuchFileException ended) {
      return false;
    }
  }

  /** Deletes files of a package that nobody may have. */
  void discard(ControllerId controller, UUID transfer, Collection<String> digests) {
    try {
      for (String sha256 : digests) {
        Files.deleteIfExists(folder(controller, transfer).resolve(sha256));
      }
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
