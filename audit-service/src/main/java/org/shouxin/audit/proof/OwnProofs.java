package org.shouxin.audit.proof;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
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
}
