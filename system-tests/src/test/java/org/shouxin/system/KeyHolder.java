package org.shouxin.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.shouxin.platform.identity.Ids;

/** A partner's program with a key of its own, which proves that it has it (DPoP, RFC 9449). */
final class KeyHolder {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair key;

  KeyHolder() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      key = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * A proof for one POST.
   *
   * @param accessToken that goes with it; empty where a token is asked for
   */
  String proof(URI address, String accessToken) {
    ObjectNode header = Caller.JSON.createObjectNode();
    header.put("typ", "dpop+jwt").put("alg", "ES256");
    ECPublicKey point = (ECPublicKey) key.getPublic();
    header
        .putObject("jwk")
        .put("kty", "EC")
        .put("crv", "P-256")
        .put("x", coordinate(point.getW().getAffineX()))
        .put("y", coordinate(point.getW().getAffineY()));
    ObjectNode claims = Caller.JSON.createObjectNode();
    claims
        .put("htm", "POST")
        .put("htu", address.toString())
        .put("iat", Instant.now().getEpochSecond())
        .put("jti", Ids.random().toString());
    if (!accessToken.isEmpty()) {
      claims.put("ath", BASE64.encodeToString(MerkleTree.sha256(utf8(accessToken))));
    }
    String signed =
        BASE64.encodeToString(utf8(header.toString()))
            + "."
            + BASE64.encodeToString(utf8(claims.toString()));
    return signed + "." + BASE64.encodeToString(signature(utf8(signed)));
  }

  private byte[] signature(byte[] text) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] exact = new byte[32];
    byte[] tail = bytes.length > 32 ? Arrays.copyOfRange(bytes, 1, 33) : bytes;
    System.arraycopy(tail, 0, exact, 32 - tail.length, tail.length);
    return BASE64.encodeToString(exact);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
