package org.shouxin.platform.identity;

/** Learns of access tokens that were refused; called on the event loop, so it must not wait. */
public interface RejectedTokens {
  void rejected(RejectedToken token);
}
