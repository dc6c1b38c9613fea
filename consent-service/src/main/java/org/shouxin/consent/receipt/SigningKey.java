package org.shouxin.consent.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** An ES256 key (P-256, RFC 7518) that signs receipts; its kid is the RFC 7638 thumbprint. */
final class SigningKey {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final int COORDINATE_BYTES = 32;
  private static final String RECEIPT = "consent-receipt+ld+json";

  private final PrivateKey privateKey;
  private final String publicJwk;
  private final String kid;

  private SigningKey(PrivateKey privateKey, ECPublicKey publicKey) {
    this.privateKey = privateKey;
    String x = coordinate(publicKey.getW().getAffineX());
    String y = coordinate(publicKey.getW().getAffineY());
    String thumbprintInput =
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x, y);
    this.kid = BASE64URL.encodeToString(sha256(thumbprintInput));
    this.publicJwk =
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"%s\"}"
            .formatted(x, y, kid);
  }

  /** A fresh key, for the one-machine demo. */
  static SigningKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      return new SigningKey(pair.getPrivate(), (ECPublicKey) pair.getPublic());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("P-256 is part of every JDK", impossible);
    }
  }

  /** Reads a private JWK (members crv, x, y, d); refuses anything that is not P-256. */
  static SigningKey ofPrivateJwk(String jwk) {
    try {
      JsonNode node = new ObjectMapper().readTree(jwk);
      if (!node.path("crv").asText().equals("P-256") || !node.hasNonNull("d")) {
        throw new IllegalArgumentException("not a private P-256 JWK");
      }
      BigInteger d = new BigInteger(1, Base64.getUrlDecoder().decode(node.path("d").asText()));
      return new SigningKey(
          KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(d, p256())),
          publicKey(node));
    } catch (JsonProcessingException | GeneralSecurityException unreadable) {
      throw new IllegalArgumentException("not a private P-256 JWK", unreadable);
    }
  }

  /** The public key of a published JWK. */
  static ECPublicKey publicKey(JsonNode jwk) throws GeneralSecurityException {
    BigInteger x = new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path("x").asText()));
    BigInteger y = new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path("y").asText()));
    return (ECPublicKey)
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), p256()));
  }

  String kid() {
    return kid;
  }

  String publicJwk() {
    return publicJwk;
  }

  /** A detached JWS (RFC 7515, appendix F) over the payload: {@code header..signature}. */
  String signDetached(byte[] payload) {
    return signDetached(payload, RECEIPT);
  }

  /** The same, of another type of document. */
  String signDetached(byte[] payload, String type) {
    String header =
        BASE64URL.encodeToString(
            "{\"alg\":\"ES256\",\"kid\":\"%s\",\"typ\":\"%s\"}"
                .formatted(kid, type)
                .getBytes(StandardCharsets.UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(privateKey);
      signature.update(signingInput(header, payload));
      return header + ".." + BASE64URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("ES256 is part of every JDK", impossible);
    }
  }

  static byte[] signingInput(String header, byte[] payload) {
    return (header + "." + BASE64URL.encodeToString(payload)).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "SigningKey[" + kid + ", private part redacted]";
  }

  private static ECParameterSpec p256() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(
        Arrays.copyOfRange(bytes, bytes.length - length, bytes.length),
        0,
        fixed,
        COORDINATE_BYTES - length,
        length);
    return BASE64URL.encodeToString(fixed);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
