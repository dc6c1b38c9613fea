package org.shouxin.audit.witness;

import java.util.ArrayList;
import java.util.List;
import org.shouxin.audit.checkpoint.SignedNote;
import org.shouxin.audit.log.Hash;

/**
 * Body of an add-checkpoint request: {@code old <size>}, up to 63 proof lines, an empty line, the
 * checkpoint.
 *
 * @param old size of the log's last checkpoint that the caller believes the witness has seen
 */
record Request(long old, List<Hash> proof, SignedNote note) {
  private static final int MOST_PROOF_LINES = 63;

  /** Reads a body; out of form is an {@link IllegalArgumentException}. */
  static Request parse(String body) {
    int cut = body.indexOf("\n\n");
    if (cut < 0) {
      throw new IllegalArgumentException("no empty line before the checkpoint");
    }
    List<String> lines = List.of(body.substring(0, cut).split("\n"));
    if (!lines.getFirst().matches("old (0|[1-9]\\d{0,17})")
        || lines.size() > 1 + MOST_PROOF_LINES) {
      throw new IllegalArgumentException("not an add-checkpoint request");
    }
    List<Hash> proof = new ArrayList<>();
    lines.subList(1, lines.size()).forEach(line -> proof.add(Hash.parse(line)));
    return new Request(
        Long.parseLong(lines.getFirst().substring("old ".length())),
        proof,
        SignedNote.parse(body.substring(cut + 2)));
  }
}
