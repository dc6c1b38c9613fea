package org.shouxin.gateway.guard;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * What a caller signed for one request to show that it holds a key (DPoP, RFC 9449): its signature
 * was verified with the public key that it carries.
 *
 * @param key that key's thumbprint (RFC 7638, SHA-256), the {@code jkt} of tokens bound to it
 * @param id unique among the proofs of that key
 * @param token the hash of the access token that it goes with; none for a session
 */
record KeyProof(
    String key, String method, String address, Instant at, String id, @Nullable String token) {
  static final Duration LONGEST = Duration.ofMinutes(1);
  private static final String TYPE = "dpop+jwt";
  private static final int MOST_CHARACTERS = 4_000;
  private static final AlgorithmConstraints SIGNATURES =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.EDDSA);

  /** A proof that is not one; it is refused without a reason. */
  static final class Unproven extends Exception {
    private static final long serialVersionUID = 1L;

    Unproven(String why) {
      super(why);
    }

    Unproven(String why, Throwable cause) {
      super(why, cause);
    }
  }

  /**
   * Reads the header {@code DPoP}. A key other than the expected one is not tried: its size, and so
   * the work of a signature, would be the sender's choice.
   *
   * @param expected thumbprint of the key
   * @throws Unproven when it is no proof, or not signed by the expected key
   */
  static KeyProof read(String header, String expected) throws Unproven {
    if (header.length() > MOST_CHARACTERS) {
      throw new Unproven("too long");
    }
    try {
      JsonWebSignature signed = new JsonWebSignature();
      signed.setAlgorithmConstraints(SIGNATURES);
      signed.setCompactSerialization(header);
      PublicJsonWebKey key = signed.getJwkHeader();
      if (key == null || !TYPE.equals(signed.getHeader("typ"))) {
        throw new Unproven("no key or another kind of token");
      }
      String thumbprint = key.calculateBase64urlEncodedThumbprint("SHA-256");
      if (!thumbprint.equals(expected)) {
        throw new Unproven("another key");
      }
      signed.setKey(key.getPublicKey());
      if (!signed.verifySignature()) {
        throw new Unproven("signed by another key");
      }
      JsonObject claims = new JsonObject(signed.getPayload());
      return new KeyProof(
          thumbprint,
          claims.getString("htm", ""),
          claims.getString("htu", ""),
          Instant.ofEpochSecond(claims.getLong("iat", 0L)),
          claims.getString("jti", ""),
          claims.getString("ath"));
    } catch (JoseException | DecodeException | ClassCastException | IllegalArgumentException bad) {
      throw new Unproven("unreadable", bad);
    }
  }

  /** Whether it was made for this request, at this time. */
  boolean isFor(String askedMethod, String askedAddress, Instant now) {
    return method.equals(askedMethod)
        && address.equals(askedAddress)
        && !id.isEmpty()
        && at.isAfter(now.minus(LONGEST))
        && at.isBefore(now.plus(LONGEST));
  }

  boolean goesWith(String accessToken) {
    return digest(accessToken).equals(token);
  }

  private static String digest(String accessToken) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(accessToken.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
