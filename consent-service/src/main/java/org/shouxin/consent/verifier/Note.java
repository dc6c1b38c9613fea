package org.shouxin.consent.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A C2SP checkpoint inside a signed note, as read; {@code text} is what is signed. */
record Note(String text, String origin, long size, byte[] root, List<Line> signatures) {
  private static final Pattern SIGNATURE = Pattern.compile("\u2014 (\\S+) (\\S+)");
  private static final int KEY_ID_BYTES = 4;

  /** One signature line. */
  record Line(String name, byte[] keyId, byte[] signature) {}

  static Note read(String note) throws Broken {
    int cut = note.lastIndexOf("\n\n");
    String[] lines = note.substring(0, Math.max(cut, 0)).split("\n", -1);
    if (lines.length < 3 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
      throw new Broken(Fault.PROOF_UNREADABLE, "checkpoint");
    }
    List<Line> signatures = new ArrayList<>();
    for (String line : note.substring(cut + 2).split("\n")) {
      signatures.add(signature(line));
    }
    return new Note(
        note.substring(0, cut + 1),
        lines[0],
        Long.parseLong(lines[1]),
        TlogProof.hash(lines[2]),
        signatures);
  }

  private static Line signature(String line) throws Broken {
    Matcher parts = SIGNATURE.matcher(line);
    try {
      if (parts.matches()) {
        byte[] blob = Base64.getDecoder().decode(parts.group(2));
        if (blob.length > KEY_ID_BYTES) {
          return new Line(
              parts.group(1),
              Arrays.copyOf(blob, KEY_ID_BYTES),
              Arrays.copyOfRange(blob, KEY_ID_BYTES, blob.length));
        }
      }
    } catch (IllegalArgumentException unreadable) {
      // Falls through to the fault.
    }
    throw new Broken(Fault.PROOF_UNREADABLE, "signature line of the checkpoint");
  }
}
