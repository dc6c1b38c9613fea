package org.shouxin.consent.stoporder;

import java.net.URI;

/** Where a recipient takes stop orders, and the secret that signs them. */
record Webhook(URI url, byte[] secret) {

  @Override
  public String toString() {
    return "Webhook[redacted]";
  }
}
