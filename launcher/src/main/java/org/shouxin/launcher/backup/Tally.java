package org.shouxin.launcher.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests what is written through it. */
final class Tally extends FilterOutputStream {
  private final MessageDigest digest = newDigest();
  private long bytes;

  Tally(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int one) throws IOException {
    out.write(one);
    digest.update((byte) one);
    bytes++;
  }

  @Override
  public void write(byte[] buffer, int from, int length) throws IOException {
    out.write(buffer, from, length);
    digest.update(buffer, from, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** Hex; may be asked once, at the end. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The same digest of a file. */
  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        Tally tally = new Tally(OutputStream.nullOutputStream())) {
      in.transferTo(tally);
      return tally.sha256();
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
