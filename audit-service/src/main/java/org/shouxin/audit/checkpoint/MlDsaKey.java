package org.shouxin.audit.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The log's second key, ML-DSA-44 (FIPS 204), which quantum computers do not break. It cosigns each
 * checkpoint that is shown (C2SP tlog-cosignature, type 0x06); who does not know it ignores its
 * line. Prints its public half only.
 */
final class MlDsaKey {
  static final byte TYPE = 6;

  private static final String ALGORITHM = "ML-DSA-44";
  private static final byte[] LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
  private static final int PUBLIC_BYTES = 1_312;

  private final String name;
  private final KeyPair pair;
  private final byte[] typedKey;

  /** The key whose secret is {@code seed} (32 bytes, FIPS 204's xi), signing as {@code name}. */
  MlDsaKey(String name, byte[] seed) {
    this.name = name;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(NamedParameterSpec.ML_DSA_44, new Seed(seed));
      this.pair = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
    byte[] encoded = pair.getPublic().getEncoded();
    this.typedKey = new byte[1 + PUBLIC_BYTES];
    typedKey[0] = TYPE;
    System.arraycopy(encoded, encoded.length - PUBLIC_BYTES, typedKey, 1, PUBLIC_BYTES);
  }

  /** First four bytes of SHA-256(name || 0x0A || type || key). */
  int id() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest.digest(typedKey)).getInt();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A timestamped cosignature of the whole tree of the checkpoint. */
  NoteSignature cosign(Checkpoint checkpoint, Instant at) {
    long time = at.getEpochSecond();
    try {
      Signature signer = Signature.getInstance(ALGORITHM);
      signer.initSign(pair.getPrivate());
      signer.update(message(checkpoint, time));
      byte[] signature = signer.sign();
      byte[] timed =
          ByteBuffer.allocate(Long.BYTES + signature.length).putLong(time).put(signature).array();
      return new NoteSignature(name, id(), timed);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The structure {@code cosigned_message} of tlog-cosignature. */
  private byte[] message(Checkpoint checkpoint, long time) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(LABEL);
      text(out, name);
      out.writeLong(time);
      text(out, checkpoint.origin());
      out.writeLong(0);
      out.writeLong(checkpoint.size());
      out.write(checkpoint.root().bytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte(bytes.length);
    out.write(bytes);
  }

  /** Its verifier key, {@code NAME+HASH+KEY}. */
  @Override
  public String toString() {
    return "%s+%s+%s"
        .formatted(
            name, HexFormat.of().toHexDigits(id()), Base64.getEncoder().encodeToString(typedKey));
  }

  /** Hands the key generator the one secret that FIPS 204 draws; the id in the file checks it. */
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Seed(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("key generation draws one seed of 32 bytes");
      }
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
      Arrays.fill(seed, (byte) 0);
    }
  }
}
