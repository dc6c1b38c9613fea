package org.shouxin.consent.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The hashes of RFC 6962: leaf, node, and the root that a path leads to. */
final class Hashes {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private Hashes() {}

  static byte[] leaf(byte[] entry) {
    return sha256(LEAF, entry);
  }

  /** RFC 9162 section 2.1.3.2. */
  static byte[] root(long index, long size, byte[] leaf, List<byte[]> path) throws Broken {
    if (index >= size) {
      throw new Broken(Fault.NOT_INCLUDED, "index " + index + " of " + size);
    }
    long position = index;
    long last = size - 1;
    byte[] hash = leaf;
    for (byte[] sibling : path) {
      if (last == 0) {
        throw new Broken(Fault.NOT_INCLUDED, "the path is too long");
      }
      if ((position & 1) == 1 || position == last) {
        hash = sha256(NODE, sibling, hash);
        while ((position & 1) == 0 && position != 0) {
          position >>= 1;
          last >>= 1;
        }
      } else {
        hash = sha256(NODE, hash, sibling);
      }
      position >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw new Broken(Fault.NOT_INCLUDED, "the path is too short");
    }
    return hash;
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
