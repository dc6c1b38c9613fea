package org.shouxin.consent.consentrecord;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Orders a recipient to stop processing (R-CN-03); the stop-order feature implements it. */
public interface StopOrderSender {

  /** Leaves the order in the transaction of the withdrawal; it is sent after the commit. */
  void order(Handle handle, ConsentRecord ended, String recipientId, Instant at);
}
