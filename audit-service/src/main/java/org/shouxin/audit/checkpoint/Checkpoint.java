package org.shouxin.audit.checkpoint;

import java.util.List;
import org.shouxin.audit.log.Hash;

/**
 * What the log commits to (C2SP tlog-checkpoint): its origin, its size and its root. No extension
 * lines: not every cosignature covers them.
 */
public record Checkpoint(String origin, long size, Hash root) {
  /** Text of the note to be signed, ending in a line feed. */
  public String text() {
    return origin + "\n" + size + "\n" + root + "\n";
  }

  /** Reads a note's text; refuses extension lines, leading zeros and anything else out of form. */
  public static Checkpoint parse(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    if (lines.size() != 4 || !lines.get(3).isEmpty() || lines.get(0).isEmpty()) {
      throw new IllegalArgumentException("a checkpoint has three lines");
    }
    if (!lines.get(1).matches("0|[1-9]\\d{0,17}")) {
      throw new IllegalArgumentException("a checkpoint's size is a decimal number");
    }
    return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), Hash.parse(lines.get(2)));
  }
}
