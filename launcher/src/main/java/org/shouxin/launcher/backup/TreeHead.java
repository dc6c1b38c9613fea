package org.shouxin.launcher.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The root over entries in their order (RFC 9162 2.1.1), in memory of the tree's height. */
final class TreeHead {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  /** Roots of the perfect subtrees so far, the smallest and last on top. */
  private final Deque<byte[]> subtrees = new ArrayDeque<>();

  private final MessageDigest digest = sha256();
  private long size;

  void add(String entry) {
    digest.update(LEAF);
    byte[] hash = digest.digest(entry.getBytes(StandardCharsets.UTF_8));
    for (long full = size; (full & 1) == 1; full >>= 1) {
      hash = node(subtrees.pop(), hash);
    }
    subtrees.push(hash);
    size++;
  }

  byte[] root() {
    Iterator<byte[]> fromTheLast = subtrees.iterator();
    if (!fromTheLast.hasNext()) {
      return digest.digest();
    }
    byte[] root = fromTheLast.next();
    while (fromTheLast.hasNext()) {
      root = node(fromTheLast.next(), root);
    }
    return root;
  }

  private byte[] node(byte[] left, byte[] right) {
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
