package org.shouxin.audit.proof;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.audit.history.IndexedEntry;
import org.shouxin.platform.identity.ControllerId;

/** Proofs of events that audit-service itself shows to whoever may see what they stand for. */
@Singleton
public class OwnProofs {
  private final Proofs proofs;

  @Inject
  OwnProofs(Proofs proofs) {
    this.proofs = proofs;
  }

  /** The proof of an event of this controller; none before it is integrated. */
  public Optional<InclusionProof> find(ControllerId controller, UUID eventId) {
    return proofs.findAny(controller, eventId);
  }

  /** Proofs of entries under one checkpoint; those that are not below it yet are left out. */
  public Map<IndexedEntry, InclusionProof> prove(List<IndexedEntry> entries) {
    return proofs.prove(entries);
  }
}
