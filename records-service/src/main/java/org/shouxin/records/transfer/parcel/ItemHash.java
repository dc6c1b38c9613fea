package org.shouxin.records.transfer.parcel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The hashes of RFC 6962, section 2.1: leaf {@code SHA-256(0x00 | item)}, node {@code SHA-256(0x01
 * | left | right)}. A root is made leaf by leaf, holding one hash a level.
 */
public final class ItemHash {
  public static final int BYTES = 32;

  private final Deque<byte[]> hashes = new ArrayDeque<>();
  private long size;

  /** The leaf of an item. */
  public static byte[] leaf(byte[] item) {
    return sha256(new byte[] {0}, item);
  }

  public void add(byte[] leaf) {
    byte[] hash = leaf;
    for (long place = size; (place & 1) == 1; place >>= 1) {
      hash = sha256(new byte[] {1}, hashes.pop(), hash);
    }
    hashes.push(hash);
    size++;
  }

  public long size() {
    return size;
  }

  /** The root of what was added so far; of nothing, the hash of nothing. */
  public byte[] root() {
    byte[] root = null;
    for (byte[] hash : hashes) {
      root = root == null ? hash : sha256(new byte[] {1}, hash, root);
    }
    return root == null ? sha256() : root;
  }

  /** SHA-256 of the parts, one after the other. */
  public static byte[] sha256(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
