package org.shouxin.system;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A key pair of somebody outside to whom the product seals (HPKE, RFC 9180). */
final class ReceiverKeys {
  private final KeysetHandle keys;

  private ReceiverKeys(KeysetHandle keys) {
    this.keys = keys;
  }

  static ReceiverKeys create() {
    try {
      HybridConfig.register();
      return new ReceiverKeys(
          KeysetHandle.generateNew(
              KeyTemplates.get("DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM")));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The public half, as a Tink keyset in JSON. */
  String publicKey() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** How the receiver tells which key it means: SHA-256 of the public half, base64url. */
  String publicKeyDigest() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(publicKey().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  byte[] open(String base64, byte[] context) throws GeneralSecurityException {
    return open(Base64.getDecoder().decode(base64), context);
  }

  byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException {
    return keys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
        .decrypt(sealed, context);
  }
}
