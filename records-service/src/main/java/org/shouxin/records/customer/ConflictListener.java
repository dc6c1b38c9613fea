package org.shouxin.records.customer;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.Actor;
import org.shouxin.records.vault.DataKey;

/** Whoever has to act in the same transaction when it was chosen which of several values holds. */
public interface ConflictListener {

  /** A value of this person was chosen. */
  void settled(Handle handle, Actor decider, Settled settled);

  /**
   * A conflict that is over.
   *
   * @param id of the settlement, as the chosen statement's source names it
   * @param inUse the value that everybody was given until now
   * @param chosenFirstBy who chose this value first; the decider where one is enough
   */
  record Settled(
      UUID id,
      SealedCustomer customer,
      DataKey key,
      Fact fact,
      String value,
      String inUse,
      String chosenFirstBy) {

    /** Whether whoever was given the value in use holds a wrong one. */
    public boolean isChange() {
      return !value.equals(inUse);
    }

    @Override
    public String toString() {
      return "Settled[redacted]";
    }
  }
}
