package org.shouxin.consent.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The keys that receipts are signed with, for anybody who verifies one. */
@Path("/v1/receipts/keys")
@PermitAll
@RunOnVirtualThread
class ReceiptResource {
  private final ReceiptKeys keys;

  ReceiptResource(ReceiptKeys keys) {
    this.keys = keys;
  }

  /** A JSON Web Key Set (RFC 7517). */
  @GET
  @Produces("application/jwk-set+json")
  public String keys() {
    return keys.jwks();
  }
}
