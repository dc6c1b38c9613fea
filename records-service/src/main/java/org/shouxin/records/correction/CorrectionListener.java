package org.shouxin.records.correction;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;

/** Whoever has to act in the same transaction when a correction is applied. */
public interface CorrectionListener {

  /** A value of this person is right now. */
  void applied(Handle handle, Actor decider, CustomerId customer, String field, UUID correction);
}
