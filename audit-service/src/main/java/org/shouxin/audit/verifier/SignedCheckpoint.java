package org.shouxin.audit.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A checkpoint as it was read: origin, size, root, and the note it came in. */
record SignedCheckpoint(String origin, long size, byte[] root, String text, String signatures) {

  /** Reads a note and checks that the log's key signed it; {@code where} names it in a fault. */
  static SignedCheckpoint read(String note, Key key, String where) throws Fault {
    int cut = note.lastIndexOf("\n\n");
    if (cut < 0) {
      throw new Fault(where + " is not a signed note");
    }
    String text = note.substring(0, cut + 1);
    String[] lines = text.split("\n", -1);
    if (lines.length != 4 || !lines[1].matches("0|[1-9]\\d{0,17}")) {
      throw new Fault(where + " is not of the form origin, size, root");
    }
    SignedCheckpoint checkpoint =
        new SignedCheckpoint(
            lines[0],
            Long.parseLong(lines[1]),
            Base64.getDecoder().decode(lines[2]),
            text,
            note.substring(cut + 2));
    if (!checkpoint.isSignedBy(key)) {
      throw new Fault(where + " bears no valid signature by " + key.name());
    }
    if (!checkpoint.origin().equals(key.name())) {
      throw new Fault(where + " is of another log: " + checkpoint.origin());
    }
    return checkpoint;
  }

  /**
   * Whether the log, or a witness by a cosignature, has signed; every line by that key must be
   * right.
   */
  boolean isSignedBy(Key key) {
    boolean found = false;
    for (String line : signatures.split("\n")) {
      String[] parts = line.split(" ");
      if (parts.length != 3 || !parts[0].equals("\u2014") || !parts[1].equals(key.name())) {
        continue;
      }
      byte[] blob = Base64.getDecoder().decode(parts[2]);
      if (!HexFormat.of().formatHex(Arrays.copyOf(blob, 4)).equals(key.idHex())) {
        continue;
      }
      if (!isRight(key, Arrays.copyOfRange(blob, 4, blob.length))) {
        return false;
      }
      found = true;
    }
    return found;
  }

  private boolean isRight(Key key, byte[] signature) {
    if (key.type() == 1) {
      return key.verifies(text.getBytes(StandardCharsets.UTF_8), signature);
    }
    if (signature.length <= Long.BYTES) {
      return false;
    }
    long time = ByteBuffer.wrap(signature).getLong();
    byte[] bare = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
    return key.verifies(key.type() == 6 ? subtree(key.name(), time) : cosigned(time), bare);
  }

  private byte[] cosigned(long time) {
    return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  /** What an ML-DSA-44 cosignature is over: C2SP tlog-cosignature, cosigned_message. */
  private byte[] subtree(String name, long time) {
    byte[] cosigner = name.getBytes(StandardCharsets.UTF_8);
    byte[] log = origin.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(12 + 1 + cosigner.length + 8 + 1 + log.length + 16 + root.length)
        .put("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII))
        .put((byte) cosigner.length)
        .put(cosigner)
        .putLong(time)
        .put((byte) log.length)
        .put(log)
        .putLong(0)
        .putLong(size)
        .put(root)
        .array();
  }
}
