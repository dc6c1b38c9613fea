package org.shouxin.audit.retention;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/**
 * Where records go that are to be destroyed: a plan that people approve, execute and witness.
 * Implemented by the destruction package; there is no other way to an end.
 */
public interface DestructionProposals {
  /** Why records are proposed. */
  enum Cause {
    RETENTION_ENDED,
    ERASURE_REQUEST
  }

  /**
   * Proposes a plan in the caller's transaction.
   *
   * @param proposer what found the items
   */
  void propose(
      Handle handle, ControllerId controller, Cause cause, List<DueItem> items, String proposer);
}
