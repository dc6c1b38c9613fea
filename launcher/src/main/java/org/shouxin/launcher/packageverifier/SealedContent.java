package org.shouxin.launcher.packageverifier;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/**
 * The content of one sealed file, segment by segment: header (magic, transfer, sealed data key),
 * then AES-256-GCM segments of 64 KiB under a key derived by HKDF-SHA-256
 * (docs/transfer-package.md).
 */
final class SealedContent extends InputStream {
  private static final byte[] MAGIC = "SXPKG001".getBytes(StandardCharsets.US_ASCII);
  private static final int SEGMENT = 64 * 1024;
  private static final int TAG = 16;
  private static final int SALT = 32;
  private static final int PREFIX = 7;
  private static final int STREAM_HEADER = 1 + SALT + PREFIX;
  private static final int ENCAPSULATED = 32;

  private final DataInputStream in;
  private final SecretKey key;
  private final byte[] prefix;
  private byte[] ahead;
  private byte[] plain = {};
  private int position;
  private int segment;
  private boolean ended;

  private SealedContent(DataInputStream in, SecretKey key, byte[] prefix) throws IOException {
    this.in = in;
    this.key = key;
    this.prefix = prefix;
    this.ahead = in.readNBytes(SEGMENT - STREAM_HEADER);
  }

  /** Reads the header without any key: is this file of that transfer? */
  static void requireOf(UUID transfer, String name, DataInputStream in) throws IOException, Broken {
    if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
      throw new Broken(Fault.PACKAGE_CHANGED, name);
    }
    if (!Arrays.equals(in.readNBytes(16), id(transfer))) {
      throw new Broken(Fault.PACKAGE_OF_ANOTHER_TRANSFER, name);
    }
  }

  static InputStream open(Keys.Receiving receiver, UUID transfer, String name, InputStream file)
      throws IOException, Broken {
    DataInputStream in = new DataInputStream(file);
    requireOf(transfer, name, in);
    byte[] context =
        ("shouxin-package-1|" + transfer + '|' + name).getBytes(StandardCharsets.UTF_8);
    byte[] sealedKey = in.readNBytes(in.readUnsignedShort());
    byte[] header = in.readNBytes(STREAM_HEADER);
    if (header.length < STREAM_HEADER || header[0] != STREAM_HEADER) {
      throw new Broken(Fault.PACKAGE_CHANGED, name);
    }
    try {
      byte[] dataKey = unseal(receiver, sealedKey, context);
      SecretKey derived =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  "AES",
                  HKDFParameterSpec.ofExtract()
                      .addIKM(new SecretKeySpec(dataKey, "Generic"))
                      .addSalt(Arrays.copyOfRange(header, 1, 1 + SALT))
                      .thenExpand(context, 32));
      return new SealedContent(in, derived, Arrays.copyOfRange(header, 1 + SALT, STREAM_HEADER));
    } catch (GeneralSecurityException | InvalidCipherTextException | RuntimeException foreign) {
      Broken broken = new Broken(Fault.PACKAGE_NOT_FOR_US, name);
      broken.initCause(foreign);
      throw broken;
    }
  }

  private static byte[] unseal(Keys.Receiving receiver, byte[] sealed, byte[] context)
      throws InvalidCipherTextException {
    HPKE hpke =
        new HPKE(
            HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    return hpke.setupBaseR(
            Arrays.copyOf(sealed, ENCAPSULATED),
            hpke.deserializePrivateKey(receiver.privateKey(), receiver.publicKey()),
            context)
        .open(new byte[0], Arrays.copyOfRange(sealed, ENCAPSULATED, sealed.length));
  }

  @Override
  public int read() throws IOException {
    while (position == plain.length) {
      if (ended) {
        return -1;
      }
      next();
    }
    return plain[position++] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int first = length == 0 ? 0 : read();
    if (length == 0 || first < 0) {
      return first;
    }
    into[offset] = (byte) first;
    int more = Math.min(length - 1, plain.length - position);
    System.arraycopy(plain, position, into, offset + 1, more);
    position += more;
    return 1 + more;
  }

  private void next() throws IOException {
    byte[] current = ahead;
    ahead = in.readNBytes(SEGMENT);
    ended = ahead.length == 0;
    byte[] nonce =
        ByteBuffer.allocate(PREFIX + 5)
            .put(prefix)
            .putInt(segment++)
            .put((byte) (ended ? 1 : 0))
            .array();
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
      plain = cipher.doFinal(current);
      position = 0;
    } catch (GeneralSecurityException changed) {
      throw new IOException("segment " + segment, changed);
    }
  }

  private static byte[] id(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
