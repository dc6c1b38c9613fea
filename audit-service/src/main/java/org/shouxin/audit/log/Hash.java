package org.shouxin.audit.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A SHA-256 value of the tree, 32 bytes, made only as RFC 6962 section 2.1 says. */
public final class Hash {
  public static final int LENGTH = 32;

  /** Root of the tree without entries: SHA-256 of nothing. */
  public static final Hash EMPTY_TREE = new Hash(sha256().digest());

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Hash of one entry: SHA-256(0x00 || entry). */
  public static Hash ofLeaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return new Hash(digest.digest(entry));
  }

  /** Hash of a node over its two children: SHA-256(0x01 || left || right). */
  public static Hash ofNode(Hash left, Hash right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left.bytes);
    return new Hash(digest.digest(right.bytes));
  }

  /** The hash stored in {@code source} from {@code offset} on. */
  public static Hash read(byte[] source, int offset) {
    if (offset < 0 || offset + LENGTH > source.length) {
      throw new IllegalArgumentException("a hash has " + LENGTH + " bytes");
    }
    return new Hash(Arrays.copyOfRange(source, offset, offset + LENGTH));
  }

  /** The hash whose standard base64 form is {@code text}. */
  public static Hash parse(String text) {
    byte[] decoded = Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
    if (decoded.length != LENGTH) {
      throw new IllegalArgumentException("a hash has " + LENGTH + " bytes");
    }
    return new Hash(decoded);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  void writeTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, LENGTH);
  }

  /** Standard base64, padded, as checkpoints and proofs carry it. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
