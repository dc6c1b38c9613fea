package org.shouxin.audit.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What this verifier saw at its last run, so that a log that shrinks or rewrites its past is found
 * out.
 */
record SeenBefore(String origin, long size, byte[] root) {

  static Optional<SeenBefore> read(Path file) throws IOException, Fault {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\n");
    if (lines.length != 3) {
      throw new Fault("the state file is not one of this verifier's");
    }
    return Optional.of(
        new SeenBefore(lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2])));
  }

  void write(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(
        next, origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void requireNotShrunk(long now) throws Fault {
    if (now < size) {
      throw new Fault("the log shrank from %d to %d entries".formatted(size, now));
    }
  }

  /** To be asked when the tree has grown to this record's size. */
  void requireSameRoot(byte[] then) throws Fault {
    if (!Arrays.equals(then, root)) {
      throw new Fault(
          "the history before entry %d was rewritten since the last run".formatted(size));
    }
  }
}
