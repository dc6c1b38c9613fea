package org.shouxin.launcher.packageverifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.XECPrivateKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Keys in files: JSON Web Keys of type OKP (RFC 8037). */
public final class Keys {
  private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final int KEY_BYTES = 32;

  private Keys() {}

  /** A receiver's key pair, raw. */
  public record Receiving(byte[] privateKey, byte[] publicKey) {
    @Override
    public String toString() {
      return "Receiving[redacted]";
    }
  }

  /** The seller's signing key. */
  static PublicKey signing(Path file) throws IOException {
    byte[] raw = member(read(file, "Ed25519"), "x");
    try {
      return ed25519(raw);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " holds no Ed25519 key", e);
    }
  }

  /**
   * The public key of 32 bytes.
   *
   * @throws IllegalArgumentException for other bytes
   */
  static PublicKey ed25519(byte[] raw) {
    byte[] encoded = Arrays.copyOf(ED25519, ED25519.length + KEY_BYTES);
    System.arraycopy(raw, 0, encoded, ED25519.length, Math.min(raw.length, KEY_BYTES));
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 key", e);
    }
  }

  static boolean verifies(PublicKey key, byte[] text, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  /** The receiver's private key, with {@code d} and {@code x}. */
  static Receiving receiving(Path file) throws IOException {
    JsonNode jwk = read(file, "X25519");
    return new Receiving(member(jwk, "d"), member(jwk, "x"));
  }

  /**
   * Makes a receiver's key: the text of the private key's file, and the public key to give away.
   */
  static String[] make() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    byte[] scalar = ((XECPrivateKey) pair.getPrivate()).getScalar().orElseThrow();
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] point = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    String common = "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"" + text(point) + '"';
    return new String[] {common + ",\"d\":\"" + text(scalar) + "\"}", common + "}"};
  }

  private static JsonNode read(Path file, String curve) throws IOException {
    JsonNode jwk = new ObjectMapper().readTree(Files.readString(file));
    if (!jwk.path("kty").asText().equals("OKP") || !jwk.path("crv").asText().equals(curve)) {
      throw new IOException(file + " holds no key of " + curve);
    }
    return jwk;
  }

  private static byte[] member(JsonNode jwk, String name) throws IOException {
    try {
      byte[] value = Base64.getUrlDecoder().decode(jwk.path(name).asText());
      if (value.length == KEY_BYTES) {
        return value;
      }
    } catch (IllegalArgumentException malformed) {
      throw new IOException("member " + name + " of a key is no base64url", malformed);
    }
    throw new IOException("member " + name + " of a key has another length than 32 bytes");
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
