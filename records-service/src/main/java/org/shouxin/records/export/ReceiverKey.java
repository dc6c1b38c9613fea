package org.shouxin.records.export;

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
import java.util.UUID;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** The receiver's public key: HPKE (RFC 9180) by Tink; the private half never comes here. */
final class ReceiverKey {
  private final HybridEncrypt encrypt;

  private ReceiverKey(HybridEncrypt encrypt) {
    this.encrypt = encrypt;
  }

  /**
   * Reads a public keyset.
   *
   * @throws ProblemException {@code EXPORT_KEY_INVALID} when it is none, holds a secret, or its
   *     primary key is not of HPKE
   */
  static ReceiverKey parse(String keyset) {
    try {
      HybridConfig.register();
      KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(keyset);
      if (handle.getPrimary().getKey() instanceof HpkePublicKey) {
        return new ReceiverKey(
            handle.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class));
      }
    } catch (GeneralSecurityException | IllegalStateException notAPublicKey) {
      throw new ProblemException(ProblemCode.EXPORT_KEY_INVALID, null, notAPublicKey);
    }
    throw new ProblemException(ProblemCode.EXPORT_KEY_INVALID);
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

  /** Encrypts for the receiver; the export's id is bound as context. */
  byte[] encrypt(UUID export, byte[] file) {
    try {
      return encrypt.encrypt(file, export.toString().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HPKE encryption", impossible);
    }
  }
}
