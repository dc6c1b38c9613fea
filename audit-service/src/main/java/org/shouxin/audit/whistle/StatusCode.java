package org.shouxin.audit.whistle;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What the reporter keeps, and nobody else: 144 random bits. It finds the report by its hash and
 * opens the private key to which handlers seal their messages.
 */
final class StatusCode {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 18;

  private final String text;

  private StatusCode(String text) {
    this.text = text;
  }

  static StatusCode random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new StatusCode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static StatusCode of(String text) {
    return new StatusCode(text.strip());
  }

  /**
   * A key pair of one report.
   *
   * @param secret the private half, sealed under the code
   */
  record ReplyKeys(String publicKey, byte[] secret) {}

  byte[] hash() {
    return digest("status|" + text);
  }

  /** The code itself, to be told once. */
  String tell() {
    return text;
  }

  ReplyKeys makeReplyKeys() {
    try {
      HybridConfig.register();
      KeysetHandle keys =
          KeysetHandle.generateNew(
              KeyTemplates.get("DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM"));
      String secret =
          TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
      return new ReplyKeys(
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle()),
          aead().encrypt(secret.getBytes(StandardCharsets.UTF_8), HandlerKey.CONTEXT));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a key pair of a report", impossible);
    }
  }

  /** A message of a handler, opened with the report's private key. */
  String open(byte[] replySecret, byte[] message) {
    try {
      HybridConfig.register();
      String keyset =
          new String(aead().decrypt(replySecret, HandlerKey.CONTEXT), StandardCharsets.UTF_8);
      HybridDecrypt decrypt =
          TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
      return Padding.unpad(decrypt.decrypt(message, HandlerKey.CONTEXT));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a sealed message of a report", broken);
    }
  }

  private AesGcmJce aead() throws GeneralSecurityException {
    return new AesGcmJce(digest("reply|" + text));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
