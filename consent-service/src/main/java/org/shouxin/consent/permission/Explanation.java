package org.shouxin.consent.permission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Why a decision fell as it did: supervision sees all of it, the asker her own, a customer what is
 * about her.
 */
@ApplicationScoped
class Explanation {
  private final DerivationJournal journal;

  Explanation(DerivationJournal journal) {
    this.journal = journal;
  }

  /**
   * The derivation as far as the reader may see it.
   *
   * @throws ProblemException NOT_FOUND for an unknown decision and for one that is not the reader's
   *     business
   */
  Derivation why(Actor reader, UUID decision) {
    Derivation derivation =
        journal
            .find(reader.controller(), decision)
            .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    boolean supervises =
        reader.has(Role.COMPLIANCE_OFFICER)
            || reader.has(Role.AUDITOR)
            || reader.has(Role.REGULATOR);
    // A partner never learns why: refused and unknown would look different (D-06).
    boolean asked =
        reader.kind() != ActorKind.PARTNER
            && derivation.actorKind().equals(reader.kind().label())
            && derivation.actorId().equals(reader.id());
    if (supervises || asked) {
      return derivation;
    }
    Derivation about = derivation.about(reader.id());
    if (about.people().isEmpty()) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    return about;
  }
}
