package org.shouxin.consent.verifier;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A C2SP tlog-proof as read: {@code c2sp.org/tlog-proof@v1}, an optional {@code extra} line, the
 * index, the path, an empty line, the checkpoint.
 */
record TlogProof(long index, List<byte[]> path, Note checkpoint) {
  private static final int HASH_BYTES = 32;

  static TlogProof read(String text) throws Broken {
    int cut = text.indexOf("\n\n");
    if (cut < 0) {
      throw new Broken(Fault.PROOF_UNREADABLE, "no checkpoint");
    }
    List<String> lines = new ArrayList<>(text.substring(0, cut).lines().toList());
    if (lines.isEmpty() || !lines.removeFirst().equals("c2sp.org/tlog-proof@v1")) {
      throw new Broken(Fault.PROOF_UNREADABLE, "first line");
    }
    if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
      lines.removeFirst();
    }
    if (lines.isEmpty() || !lines.getFirst().matches("index (0|[1-9][0-9]{0,17})")) {
      throw new Broken(Fault.PROOF_UNREADABLE, "index");
    }
    long index = Long.parseLong(lines.removeFirst().substring("index ".length()));
    List<byte[]> path = new ArrayList<>();
    for (String line : lines) {
      path.add(hash(line));
    }
    return new TlogProof(index, path, Note.read(text.substring(cut + 2)));
  }

  static byte[] hash(String line) throws Broken {
    try {
      byte[] hash = Base64.getDecoder().decode(line);
      if (hash.length == HASH_BYTES) {
        return hash;
      }
    } catch (IllegalArgumentException unreadable) {
      // Falls through to the fault.
    }
    throw new Broken(Fault.PROOF_UNREADABLE, "hash");
  }
}
