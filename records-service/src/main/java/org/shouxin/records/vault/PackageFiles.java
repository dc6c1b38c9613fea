package org.shouxin.records.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.Bytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The sealed files of transfer packages (docs/transfer-package.md): eight bytes {@code SXPKG001},
 * the transfer's id, a data key sealed to the receiver by HPKE (RFC 9180), then the content as Tink
 * streaming AEAD (AES-256-GCM-HKDF, segments of 64 KiB). Transfer and file name are bound into
 * both.
 */
@ApplicationScoped
public class PackageFiles {
  private static final byte[] MAGIC = "SXPKG001".getBytes(StandardCharsets.US_ASCII);
  private static final int KEY_BYTES = 32;
  private static final int SEGMENT_BYTES = 64 * 1024;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TransferKeys keys;

  PackageFiles(TransferKeys keys) {
    this.keys = keys;
  }

  /** Where a file stands; nothing opens in another place. */
  public record Place(UUID transfer, String file) {
    byte[] context() {
      return ("shouxin-package-1|" + transfer + '|' + file).getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * Refuses a key that packages cannot be sealed to safely.
   *
   * @throws ProblemException {@code RECEIVER_KEY_WEAK} for another kind of key, another length, or
   *     a point of low order, to which everybody could open what is sealed
   */
  public static void requireStrong(PublicJwk receiver) {
    try {
      sealer(receiver).encrypt(new byte[0], new byte[0]);
    } catch (GeneralSecurityException | IllegalArgumentException weak) {
      throw new ProblemException(ProblemCode.RECEIVER_KEY_WEAK, null, weak);
    }
  }

  /**
   * Refuses what is no Ed25519 key: no receipt could be verified with it.
   *
   * @throws ProblemException {@code RECEIVER_KEY_WEAK}
   */
  public static void requireSigning(PublicJwk receiver) {
    try {
      receiver.bytes(TransferKeys.SIGNING_CURVE);
    } catch (IllegalArgumentException other) {
      throw new ProblemException(ProblemCode.RECEIVER_KEY_WEAK, null, other);
    }
  }

  /** Writes a file to the receiver; it is complete only once the stream is closed. */
  public OutputStream seal(PublicJwk receiver, Place place, OutputStream out) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    try {
      byte[] wrapped = sealer(receiver).encrypt(key, place.context());
      out.write(MAGIC);
      out.write(id(place.transfer()));
      out.write(ByteBuffer.allocate(Short.BYTES).putShort((short) wrapped.length).array());
      out.write(wrapped);
      return content(key).newEncryptingStream(out, place.context());
    } catch (GeneralSecurityException e) {
      throw new SealBroken("package file", e);
    }
  }

  /**
   * Reads a file that was sealed to this controller; reading fails where it was changed.
   *
   * @throws ProblemException {@code PACKAGE_OF_ANOTHER_TRANSFER}, or {@code PACKAGE_NOT_FOR_US}
   *     when it was sealed to another key or stands under another name
   */
  public InputStream open(ControllerId controller, Place place, InputStream in) throws IOException {
    DataInputStream header = new DataInputStream(in);
    byte[] magic = header.readNBytes(MAGIC.length);
    byte[] transfer = header.readNBytes(2 * Long.BYTES);
    if (!Arrays.equals(magic, MAGIC) || !Arrays.equals(transfer, id(place.transfer()))) {
      throw new ProblemException(ProblemCode.PACKAGE_OF_ANOTHER_TRANSFER, place.file());
    }
    byte[] wrapped = header.readNBytes(header.readUnsignedShort());
    try {
      byte[] key = keys.opener(controller).decrypt(wrapped, place.context());
      return content(key).newDecryptingStream(in, place.context());
    } catch (GeneralSecurityException e) {
      throw new ProblemException(ProblemCode.PACKAGE_NOT_FOR_US, place.file(), e);
    }
  }

  private static AesGcmHkdfStreaming content(byte[] key) throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
  }

  private static byte[] id(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  @AccessesPartialKey
  private static HybridEncrypt sealer(PublicJwk receiver) throws GeneralSecurityException {
    // A seller may name a receiver before this process has touched keys of its own.
    HybridConfig.register();
    HpkeParameters parameters =
        HpkeParameters.builder()
            .setVariant(HpkeParameters.Variant.NO_PREFIX)
            .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
            .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
            .build();
    HpkePublicKey key =
        HpkePublicKey.create(
            parameters, Bytes.copyFrom(receiver.bytes(TransferKeys.RECEIVING_CURVE)), null);
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
  }
}
