package org.shouxin.audit.whistle;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** A public key (HPKE, RFC 9180) of a handler, or of a reporter for one report. */
final class HandlerKey {
  /** Context that is bound to everything sealed here. */
  static final byte[] CONTEXT = "shouxin whistle".getBytes(StandardCharsets.UTF_8);

  private final HybridEncrypt encrypt;

  private HandlerKey(HybridEncrypt encrypt) {
    this.encrypt = encrypt;
  }

  /**
   * Reads a Tink public keyset.
   *
   * @throws ProblemException {@code WHISTLE_KEY_INVALID} when it is none or not of HPKE
   */
  static HandlerKey parse(String keyset) {
    try {
      HybridConfig.register();
      KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(keyset);
      if (handle.getPrimary().getKey() instanceof HpkePublicKey) {
        return new HandlerKey(
            handle.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class));
      }
    } catch (GeneralSecurityException | IllegalStateException notAPublicKey) {
      throw new ProblemException(ProblemCode.WHISTLE_KEY_INVALID, null, notAPublicKey);
    }
    throw new ProblemException(ProblemCode.WHISTLE_KEY_INVALID);
  }

  /** How an approval names a keyset: SHA-256 of its text, base64url. */
  static String digest(String keyset) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(keyset.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }

  byte[] seal(byte[] plain) {
    try {
      return encrypt.encrypt(plain, CONTEXT);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HPKE encryption", impossible);
    }
  }
}
