package org.shouxin.launcher.story;

import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** The insurer's keys: what an export is encrypted to, and how the insurer tells which it means. */
record InsurerKeys(String publicKey, String digest) {
  private static final String TEMPLATE = "DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM";

  static InsurerKeys create() {
    try {
      HybridConfig.register();
      KeysetHandle keys = KeysetHandle.generateNew(KeyTemplates.get(TEMPLATE));
      String publicKey =
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle());
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(publicKey.getBytes(StandardCharsets.UTF_8));
      return new InsurerKeys(
          publicKey, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
