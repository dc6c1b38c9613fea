package org.shouxin.audit.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The witnesses named in a policy file (C2SP tlog-policy): its {@code witness NAME VKEY URL} lines.
 */
final class WitnessPolicy {

  /** A witness to be asked. */
  record Member(VerifierKey key, URI address) {}

  private WitnessPolicy() {}

  static List<Member> read(Optional<Path> file) {
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      List<Member> members = new ArrayList<>();
      for (String line : Files.readAllLines(file.get(), StandardCharsets.UTF_8)) {
        String[] words = line.strip().split("\\s+");
        if (words.length == 4 && words[0].equals("witness")) {
          members.add(new Member(VerifierKey.parse(words[2]), URI.create(words[3])));
        }
      }
      return List.copyOf(members);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
