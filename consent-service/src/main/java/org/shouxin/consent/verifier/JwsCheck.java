package org.shouxin.consent.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;

/** The detached JWS (RFC 7515, appendix F) over the canonical document without its proof. */
final class JwsCheck {
  private static final Base64.Decoder BASE64URL = Base64.getUrlDecoder();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode jwks;

  JwsCheck(JsonNode jwks) {
    this.jwks = jwks;
  }

  /** Returns the id of the key that signed. */
  String require(ObjectNode receipt) throws Broken {
    ObjectNode content = receipt.deepCopy();
    JsonNode proof = content.path("proof");
    content.remove("proof");
    String[] parts = proof.path("jws").asText().split("\\.", -1);
    if (parts.length != 3 || !parts[1].isEmpty()) {
      throw new Broken(Fault.NO_SIGNATURE, "/proof/jws");
    }
    JsonNode header = header(parts[0]);
    if (!header.path("alg").asText().equals("ES256") || header.has("crit")) {
      throw new Broken(Fault.ALGORITHM, header.path("alg").asText("-"));
    }
    String kid = header.path("kid").asText();
    if (!proof.path("verificationMethod").asText().endsWith("#" + kid)) {
      throw new Broken(Fault.KEY_NAME, kid);
    }
    if (!holds(parts, content, key(kid))) {
      throw new Broken(Fault.CONTENT_CHANGED, kid);
    }
    return kid;
  }

  private static JsonNode header(String encoded) throws Broken {
    try {
      return JSON.readTree(BASE64URL.decode(encoded));
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new Broken(Fault.NO_SIGNATURE, "/proof/jws");
    }
  }

  private JsonNode key(String kid) throws Broken {
    for (JsonNode key : jwks.has("keys") ? jwks.path("keys") : JSON.createArrayNode().add(jwks)) {
      if (key.path("kid").asText().equals(kid)) {
        return key;
      }
    }
    throw new Broken(Fault.UNKNOWN_KEY, kid);
  }

  private static boolean holds(String[] parts, JsonNode content, JsonNode jwk) throws Broken {
    String payload =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Canonical.bytes(content));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initVerify(publicKey(jwk));
      signature.update((parts[0] + "." + payload).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(BASE64URL.decode(parts[2]));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static PublicKey publicKey(JsonNode jwk) throws GeneralSecurityException {
    AlgorithmParameters p256 = AlgorithmParameters.getInstance("EC");
    p256.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(coordinate(jwk.path("x")), coordinate(jwk.path("y")));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(point, p256.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger coordinate(JsonNode value) {
    return new BigInteger(1, BASE64URL.decode(value.asText()));
  }
}
