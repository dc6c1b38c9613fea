package org.shouxin.launcher.packageverifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files, and the Merkle tree of RFC 6962 section 2.1. */
final class Hashes {
  static final int BYTES = 32;
  private static final int BUFFER = 64 * 1024;

  private Hashes() {}

  static byte[] leaf(byte[] item) {
    return sha256(new byte[] {0}, item);
  }

  /** The root over the leaves that stand one after the other. */
  static String root(ByteBuffer leaves) {
    int count = leaves.capacity() / BYTES;
    return HexFormat.of().formatHex(count == 0 ? sha256() : root(leaves, 0, count));
  }

  static String ofFile(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] root(ByteBuffer leaves, int from, int count) {
    if (count == 1) {
      byte[] leaf = new byte[BYTES];
      leaves.get(from * BYTES, leaf);
      return leaf;
    }
    int left = Integer.highestOneBit(count - 1);
    return sha256(
        new byte[] {1}, root(leaves, from, left), root(leaves, from + left, count - left));
  }

  static byte[] node(byte[] left, byte[] right) {
    return sha256(new byte[] {1}, left, right);
  }

  private static byte[] sha256(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
