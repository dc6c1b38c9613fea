package org.shouxin.audit.proof;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.audit.checkpoint.Publication;
import org.shouxin.audit.checkpoint.Publisher;
import org.shouxin.audit.checkpoint.SignedEntries;
import org.shouxin.audit.history.EventIndex;
import org.shouxin.audit.history.IndexedEntry;
import org.shouxin.audit.history.Viewer;
import org.shouxin.audit.log.Hash;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Builds proofs under the newest checkpoint. */
@Singleton
class Proofs {
  /**
   * Events reach the log through an outbox and are signed a moment later: so long a caller may
   * wait.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final long LOOK_AGAIN_MILLIS = 50;

  private final Publisher publisher;
  private final EventIndex index;
  private final SignedEntries signed;

  @Inject
  Proofs(Publisher publisher, EventIndex index, SignedEntries signed) {
    this.publisher = publisher;
    this.index = index;
    this.signed = signed;
  }

  /**
   * The proof of an event.
   *
   * @throws ProblemException {@code EVENT_NOT_FOUND}, after the same wait, for an event that does
   *     not exist, is not integrated, or is not the caller's to see
   */
  InclusionProof inclusion(Actor actor, UUID eventId) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<InclusionProof> proof = find(actor, eventId);
      if (proof.isPresent()) {
        return proof.get();
      }
      if (System.nanoTime() >= end) {
        throw new ProblemException(ProblemCode.EVENT_NOT_FOUND);
      }
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
  }

  /** The proof of an event of this controller, whoever may see it; does not wait. */
  Optional<InclusionProof> findAny(ControllerId controller, UUID eventId) {
    Publication published = current();
    return index
        .findEvent(controller, eventId)
        .filter(row -> row.logIndex() < published.tree().size())
        .map(row -> prove(published, row));
  }

  /** Proofs of entries below the newest checkpoint, in their order. */
  Map<IndexedEntry, InclusionProof> prove(List<IndexedEntry> entries) {
    Publication published = current();
    Map<IndexedEntry, InclusionProof> proven = new LinkedHashMap<>();
    entries.stream()
        .filter(row -> row.logIndex() < published.tree().size())
        .forEach(row -> proven.put(row, prove(published, row)));
    return proven;
  }

  /** The proof that the log only grew from one size to another, at most the newest checkpoint's. */
  ConsistencyProof consistency(long from, long to) {
    Publication published = current();
    if (from < 1 || to < from || to > published.tree().size()) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "0 < from <= to <= size");
    }
    return new ConsistencyProof(
        from, to, texts(published.tree().consistencyProof(from, to)), published.note().toString());
  }

  long size() {
    return current().tree().size();
  }

  private Optional<InclusionProof> find(Actor actor, UUID eventId) {
    Publication published = current();
    return index
        .findEvent(actor.controller(), eventId)
        .filter(row -> Viewer.of(actor).sees(row.subjectRef(), row.actorKind(), row.actorId()))
        .filter(row -> row.logIndex() < published.tree().size())
        .map(row -> prove(published, row));
  }

  private InclusionProof prove(Publication published, IndexedEntry row) {
    String leaf = signed.require(row.logIndex(), row.entry());
    if (!leaf.contains("\"eventId\":\"" + row.eventId() + "\"")) {
      throw signed.alarm("the index row of entry " + row.logIndex() + " says other than the entry");
    }
    return new InclusionProof(
        row.eventId().toString(),
        row.logIndex(),
        leaf,
        Hash.ofLeaf(leaf.getBytes(StandardCharsets.UTF_8)).toString(),
        texts(published.tree().inclusionProof(row.logIndex(), published.tree().size())),
        published.note().toString());
  }

  private Publication current() {
    return publisher
        .current()
        .orElseThrow(() -> new ProblemException(ProblemCode.AUDIT_UNAVAILABLE));
  }

  private static List<String> texts(List<Hash> hashes) {
    return hashes.stream().map(Hash::toString).toList();
  }
}
