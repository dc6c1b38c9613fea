package org.shouxin.records.correction;

import java.util.UUID;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.customer.Fact;

/** A proposed change of one value of one person; the value itself stays sealed. */
record Correction(
    UUID id, CustomerId customer, Fact fact, byte[] sealedValue, String proposedBy, State state) {

  /** PROPOSED waits for a second person. */
  enum State {
    PROPOSED,
    APPLIED,
    REJECTED
  }

  /** The same, decided. */
  Correction closed(State outcome) {
    return new Correction(id, customer, fact, sealedValue, proposedBy, outcome);
  }
}
