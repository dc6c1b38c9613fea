package org.shouxin.records.vault;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.shouxin.platform.identity.ControllerId;

/**
 * Files that hold personal data for a while: AES-256-GCM in segments (Tink streaming AEAD) under a
 * key of the file's own, which stands in front of it wrapped by the controller's key-encryption
 * key. What a crash leaves behind is readable by nobody without that.
 */
@ApplicationScoped
public class SealedFiles {
  private static final int KEY_BYTES = 32;
  private static final int SEGMENT_BYTES = 256 * 1024;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyEncryption encryption;

  SealedFiles(KeyEncryption encryption) {
    this.encryption = encryption;
  }

  /** Opens a new file for writing; it is complete only once the stream is closed. */
  public OutputStream write(ControllerId controller, Path file) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    byte[] wrapped = encryption.wrap(controller, key, associated(controller));
    OutputStream out = Files.newOutputStream(file);
    try {
      out.write(ByteBuffer.allocate(Short.BYTES).putShort((short) wrapped.length).array());
      out.write(wrapped);
      return cipher(key, wrapped).newEncryptingStream(out, associated(controller));
    } catch (GeneralSecurityException | IOException failed) {
      out.close();
      throw new IOException("a file cannot be sealed", failed);
    }
  }

  /**
   * The content, at any position; reading fails where the file was changed.
   *
   * @throws SealBroken when the file is of another controller
   */
  public SeekableByteChannel read(ControllerId controller, Path file) throws IOException {
    byte[] wrapped;
    try (DataInputStream header = new DataInputStream(Files.newInputStream(file))) {
      wrapped = header.readNBytes(header.readUnsignedShort());
    }
    byte[] key = encryption.unwrap(controller, wrapped, associated(controller));
    SeekableByteChannel sealed = Files.newByteChannel(file);
    try {
      return cipher(key, wrapped).newSeekableDecryptingChannel(sealed, associated(controller));
    } catch (GeneralSecurityException | IOException failed) {
      sealed.close();
      throw new IOException("a sealed file cannot be opened", failed);
    }
  }

  private static AesGcmHkdfStreaming cipher(byte[] key, byte[] wrapped)
      throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(
        key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, Short.BYTES + wrapped.length);
  }

  private static byte[] associated(ControllerId controller) {
    return ("file|" + controller.value()).getBytes(StandardCharsets.UTF_8);
  }
}
