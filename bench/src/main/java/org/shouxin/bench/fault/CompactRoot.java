package org.shouxin.bench.fault;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;

/**
 * The root of a growing list of entries (RFC 6962 section 2.1), from the complete subtrees at its
 * right edge alone. Shares no code with the log: it is there to doubt it.
 */
final class CompactRoot {
  private record Subtree(long size, byte[] hash) {}

  private final Deque<Subtree> edge = new ArrayDeque<>();

  void add(byte[] entry) {
    Subtree right = new Subtree(1, hash((byte) 0, entry, new byte[0]));
    while (!edge.isEmpty() && edge.peek().size() == right.size()) {
      Subtree left = edge.pop();
      right = new Subtree(2 * left.size(), hash((byte) 1, left.hash(), right.hash()));
    }
    edge.push(right);
  }

  /** Standard base64, as a checkpoint says it. */
  String root() {
    byte[] root = null;
    for (Subtree subtree : edge) {
      root = root == null ? subtree.hash() : hash((byte) 1, subtree.hash(), root);
    }
    return Base64.getEncoder().encodeToString(root == null ? sha256().digest() : root);
  }

  private static byte[] hash(byte kind, byte[] first, byte[] second) {
    MessageDigest digest = sha256();
    digest.update(kind);
    digest.update(first);
    return digest.digest(second);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
