package org.shouxin.cluster.secret;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Keys in the forms that the services read. */
final class FreshKeys {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final byte ED25519 = 1;

  private FreshKeys() {}

  /** 43 letters, digits, - and _: 256 bits. */
  static String password() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  static String base64() {
    return Base64.getEncoder().encodeToString(bytes());
  }

  /** A private P-256 key as JWK (RFC 7517). */
  static String privateJwk() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    ECPublicKey open = (ECPublicKey) pair.getPublic();
    return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\",\"d\":\"%s\"}"
        .formatted(
            coordinate(open.getW().getAffineX()),
            coordinate(open.getW().getAffineY()),
            coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
  }

  /** An Ed25519 key in the text form of signed notes; its name is the log's. */
  static String logSigningKey(String origin) throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    MessageDigest id = MessageDigest.getInstance("SHA-256");
    id.update((origin + "\n").getBytes(StandardCharsets.UTF_8));
    byte[] digest = id.digest(typed(pair.getPublic().getEncoded()));
    return "PRIVATE+KEY+%s+%s+%s\n"
        .formatted(
            origin,
            HexFormat.of().formatHex(digest, 0, 4),
            Base64.getEncoder().encodeToString(typed(pair.getPrivate().getEncoded())));
  }

  /** A Tink keyset with one key. */
  static String keyset(String template) throws GeneralSecurityException {
    AeadConfig.register();
    PrfConfig.register();
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        KeysetHandle.generateNew(KeyTemplates.get(template)), InsecureSecretKeyAccess.get());
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** The last 32 bytes of a DER encoding are the key itself (RFC 8410). */
  private static byte[] typed(byte[] encoded) {
    byte[] typed = new byte[1 + BYTES];
    typed[0] = ED25519;
    System.arraycopy(encoded, encoded.length - BYTES, typed, 1, BYTES);
    return typed;
  }

  private static String coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[BYTES];
    int length = Math.min(bytes.length, BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(fixed, BYTES));
  }
}
