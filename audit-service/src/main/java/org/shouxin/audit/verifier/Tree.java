package org.shouxin.audit.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * RFC 6962 hashing: entries and nodes, and a tree that grows leaf by leaf and can always tell its
 * root.
 */
final class Tree {
  private record Peak(byte[] hash, long leaves) {}

  private final Deque<Peak> peaks = new ArrayDeque<>();
  private long size;

  static byte[] leaf(byte[] entry) {
    return sha256(new byte[] {0}, entry);
  }

  static byte[] node(byte[] left, byte[] right) {
    return sha256(new byte[] {1}, left, right);
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Root over the hashes of equally large subtrees, or over leaves. */
  static byte[] rootOf(List<byte[]> hashes) {
    Tree tree = new Tree();
    hashes.forEach(tree::append);
    return tree.root();
  }

  void append(byte[] leafHash) {
    Peak peak = new Peak(leafHash, 1);
    while (!peaks.isEmpty() && peaks.getLast().leaves() == peak.leaves()) {
      Peak left = peaks.removeLast();
      peak = new Peak(node(left.hash(), peak.hash()), left.leaves() + peak.leaves());
    }
    peaks.addLast(peak);
    size++;
  }

  long size() {
    return size;
  }

  byte[] root() {
    if (peaks.isEmpty()) {
      return sha256();
    }
    List<byte[]> hashes = new ArrayList<>();
    for (Iterator<Peak> from = peaks.descendingIterator(); from.hasNext(); ) {
      hashes.add(from.next().hash());
    }
    byte[] root = hashes.getFirst();
    for (byte[] left : hashes.subList(1, hashes.size())) {
      root = node(left, root);
    }
    return root;
  }
}
