package org.shouxin.consent.receipt;

import jakarta.enterprise.context.ApplicationScoped;

/** Signs other documents of this service by the key that signs receipts and is published. */
@ApplicationScoped
public class DocumentSigner {
  private final ReceiptKeys keys;

  DocumentSigner(ReceiptKeys keys) {
    this.keys = keys;
  }

  /** A detached JWS (RFC 7515, appendix F) of type {@code type} over the payload. */
  public String sign(byte[] payload, String type) {
    return keys.current().signDetached(payload, type);
  }
}
