package org.shouxin.audit.carrieditem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.shouxin.audit.checkpoint.Checkpoint;
import org.shouxin.audit.checkpoint.SignedNote;
import org.shouxin.audit.checkpoint.VerifierKey;
import org.shouxin.audit.entry.EntryText;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.ProofCheck;

/**
 * Whether an entry that a package carries stands in the seller's log: asked of each one before
 * anything of the package is taken (R-BT-04).
 */
final class CarriedProof {
  private final List<VerifierKey> keys;

  /** Checkpoints met so far: most entries of a package stand under the same few. */
  private final Map<String, Signed> checkpoints = new HashMap<>();

  /**
   * By the keys of the seller's log.
   *
   * @param logKeys as the signed manifest names them (C2SP signed-note)
   * @throws IllegalArgumentException for a text that is no verifier key
   */
  CarriedProof(List<String> logKeys) {
    this.keys = logKeys.stream().map(VerifierKey::parse).toList();
  }

  /** A checkpoint, and whether a named key of the seller's log signed it. */
  private record Signed(Checkpoint checkpoint, boolean holds) {}

  /** What is wrong with a carried entry. */
  enum Flaw {
    /** Not the canonical JSON of an allowed entry, or with a personal number. */
    NO_ENTRY,
    /** About somebody else than the item says. */
    OF_ANOTHER_PERSON,
    /** The checkpoint is not signed by the named key of the seller's log. */
    CHECKPOINT_NOT_SIGNED,
    /** The proof does not lead from this entry to the checkpoint's root. */
    NOT_INCLUDED
  }

  /** The first flaw of an item's content, under the seller's pseudonym; empty when all holds. */
  Optional<Flaw> flaw(ObjectNode content) {
    String text = content.path("entry").asText();
    Optional<ObjectNode> entry = EntryText.read(text);
    if (entry.isEmpty()) {
      return Optional.of(Flaw.NO_ENTRY);
    }
    String about = entry.get().path("subjectRef").asText();
    if (about.isEmpty() || !about.equals(content.path("customerId").asText())) {
      return Optional.of(Flaw.OF_ANOTHER_PERSON);
    }
    try {
      Signed signed =
          checkpoints.computeIfAbsent(content.path("checkpoint").asText(), this::signed);
      if (!signed.holds()) {
        return Optional.of(Flaw.CHECKPOINT_NOT_SIGNED);
      }
      return isIncluded(content, text, signed.checkpoint())
          ? Optional.empty()
          : Optional.of(Flaw.NOT_INCLUDED);
    } catch (IllegalArgumentException malformed) {
      return Optional.of(Flaw.NOT_INCLUDED);
    }
  }

  private Signed signed(String text) {
    SignedNote note = SignedNote.parse(text);
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    return new Signed(checkpoint, keys.stream().anyMatch(key -> isSigned(note, checkpoint, key)));
  }

  private static boolean isSigned(SignedNote note, Checkpoint checkpoint, VerifierKey key) {
    return checkpoint.origin().equals(key.name()) && note.isSignedBy(key);
  }

  private static boolean isIncluded(ObjectNode content, String text, Checkpoint checkpoint) {
    JsonNode index = content.path("logIndex");
    List<Hash> path =
        StreamSupport.stream(content.path("hashes").spliterator(), false)
            .map(hash -> Hash.parse(hash.asText()))
            .toList();
    return index.isIntegralNumber()
        && index.canConvertToLong()
        && ProofCheck.includes(
            index.longValue(),
            checkpoint.size(),
            Hash.ofLeaf(text.getBytes(StandardCharsets.UTF_8)),
            path,
            checkpoint.root());
  }
}
