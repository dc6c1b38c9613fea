package org.shouxin.audit.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.shouxin.audit.checkpoint.Checkpoint;
import org.shouxin.audit.checkpoint.DurableFile;
import org.shouxin.audit.checkpoint.LogKey;
import org.shouxin.audit.checkpoint.NoteSignature;
import org.shouxin.audit.checkpoint.SignedNote;
import org.shouxin.audit.checkpoint.VerifierKey;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.ProofCheck;

/**
 * What the witness has seen of each log, one file a log. Checking and recording are one step and
 * are durable before the answer, so that two requests at once cannot roll it back.
 */
final class WitnessedLogs {
  private final Path store;
  private final LogKey key;
  private final TrustedLogs trusted;
  private final Clock clock;

  WitnessedLogs(Path store, LogKey key, TrustedLogs trusted, Clock clock) {
    this.store = store;
    this.key = key;
    this.trusted = trusted;
    this.clock = clock;
  }

  /** Handles an add-checkpoint request as C2SP tlog-witness says. */
  synchronized Answer add(String body) throws IOException {
    Request request;
    Checkpoint checkpoint;
    try {
      request = Request.parse(body);
      checkpoint = Checkpoint.parse(request.note().text());
    } catch (IllegalArgumentException malformed) {
      return Answer.of(400, "the request is out of form\n");
    }
    Optional<VerifierKey> log = trusted.find(checkpoint.origin());
    if (log.isEmpty()) {
      return Answer.of(404, "this log is not known here\n");
    }
    if (!request.note().isSignedBy(log.get())) {
      return Answer.of(403, "the checkpoint bears no valid signature by its log\n");
    }
    return judge(request, checkpoint);
  }

  /** The newest checkpoint seen of the log with this hex SHA-256 of its origin, cosigned. */
  synchronized Optional<String> latest(String originHash) throws IOException {
    return originHash.matches("[0-9a-f]{64}") ? file(originHash).read() : Optional.empty();
  }

  private Answer judge(Request request, Checkpoint checkpoint) throws IOException {
    DurableFile file = file(hash(checkpoint.origin()));
    Optional<Checkpoint> seen =
        file.read().map(note -> Checkpoint.parse(SignedNote.parse(note).text()));
    long recorded = seen.map(Checkpoint::size).orElse(0L);
    if (request.old() > checkpoint.size()) {
      return Answer.of(400, "the old size is larger than the checkpoint's\n");
    }
    if (request.old() != recorded) {
      return Answer.otherSize(recorded);
    }
    if (!continues(request, checkpoint, seen)) {
      return Answer.of(422, "the checkpoint does not continue what was seen\n");
    }
    NoteSignature cosignature = cosign(request.note().text());
    file.write(request.note().with(List.of(cosignature)).toString());
    return Answer.of(200, cosignature.line() + "\n");
  }

  private static boolean continues(
      Request request, Checkpoint checkpoint, Optional<Checkpoint> seen) {
    if (request.old() == 0 || seen.isEmpty()) {
      boolean emptyIsEmpty = checkpoint.size() > 0 || checkpoint.root().equals(Hash.EMPTY_TREE);
      return request.proof().isEmpty() && emptyIsEmpty;
    }
    return ProofCheck.consistent(
        request.old(), seen.get().root(), checkpoint.size(), checkpoint.root(), request.proof());
  }

  /**
   * A cosignature/v1: key id, time in seconds, Ed25519 over a header, that time and the note's
   * text.
   */
  private NoteSignature cosign(String text) {
    long time = clock.instant().getEpochSecond();
    byte[] signature =
        key.signature(
            ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8));
    byte[] blob =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(time).put(signature).array();
    return new NoteSignature(key.verifierKey().name(), key.verifierKey().id(), blob);
  }

  private DurableFile file(String originHash) {
    return new DurableFile(store.resolve(originHash + ".checkpoint"));
  }

  static String hash(String origin) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(origin.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
