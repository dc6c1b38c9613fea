package org.shouxin.records.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A public key as other programs give it: a JSON Web Key of type OKP (RFC 8037).
 *
 * @param crv {@code X25519} to receive, {@code Ed25519} to sign
 * @param x the 32 bytes of the key, base64url
 */
public record PublicJwk(String kty, String crv, String x) {
  private static final int KEY_BYTES = 32;

  static PublicJwk of(String curve, byte[] key) {
    return new PublicJwk("OKP", curve, Base64.getUrlEncoder().withoutPadding().encodeToString(key));
  }

  /**
   * The key's bytes.
   *
   * @throws IllegalArgumentException when it is of another kind or length
   */
  byte[] bytes(String curve) {
    byte[] key = Base64.getUrlDecoder().decode(x);
    if (!kty.equals("OKP") || !crv.equals(curve) || key.length != KEY_BYTES) {
      throw new IllegalArgumentException("not a key of " + curve);
    }
    return key;
  }

  /** Thumbprint of RFC 7638, base64url: the key's name. */
  public String thumbprint() {
    String canonical = "{\"crv\":\"" + crv + "\",\"kty\":\"" + kty + "\",\"x\":\"" + x + "\"}";
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
