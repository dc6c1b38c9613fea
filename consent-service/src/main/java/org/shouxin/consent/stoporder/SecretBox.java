package org.shouxin.consent.stoporder;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.platform.startup.DeploymentMode;
import org.shouxin.platform.startup.StartupCheck;

/**
 * Encrypts webhook secrets at rest (AES-256-GCM), each bound to its controller and recipient. A
 * second key opens, too, so that the first can be rotated (docs/rotation.md).
 */
@ApplicationScoped
class SecretBox implements StartupCheck {
  private static final String PROPERTY = "shouxin.consent.webhook.secret-key";
  private static final String OTHER = "shouxin.consent.webhook.other-secret-key";
  private static final int KEY_BYTES = 32;
  private static final int NAME_BYTES = 8;

  /** Key of the one-machine demo only; production is refused without its own. */
  private static final byte[] DEMO_KEY =
      "shouxin-demo-webhook-secret-key!".getBytes(StandardCharsets.US_ASCII);

  private final Optional<String> configured;
  private final Optional<String> other;
  private final DeploymentMode mode;

  SecretBox(
      @ConfigProperty(name = PROPERTY) Optional<String> configured,
      @ConfigProperty(name = OTHER) Optional<String> other,
      DeploymentMode mode) {
    this.configured = configured;
    this.other = other;
    this.mode = mode;
  }

  @Override
  public List<Finding> findings() {
    Stream<Finding> missing =
        configured.isEmpty() && !mode.isDemo()
            ? Stream.of(Finding.severe(PROPERTY, "is not set; webhook secrets need their own key"))
            : Stream.empty();
    return Stream.of(missing, badLength(PROPERTY, configured), badLength(OTHER, other))
        .flatMap(found -> found)
        .toList();
  }

  private static Stream<Finding> badLength(String property, Optional<String> key) {
    return key
        .filter(text -> Base64.getDecoder().decode(text).length != KEY_BYTES)
        .map(text -> Finding.severe(property, "must be 32 bytes in base64"))
        .stream();
  }

  /** Names the key that seals, and tells nothing of it. */
  String keyName() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key());
      return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  byte[] seal(byte[] secret, String boundTo) {
    try {
      return aead(key()).encrypt(secret, bytes(boundTo));
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("a webhook secret cannot be sealed", failed);
    }
  }

  /** Opens what either key sealed. */
  byte[] open(byte[] sealed, String boundTo) {
    try {
      return aead(key()).decrypt(sealed, bytes(boundTo));
    } catch (GeneralSecurityException notThisOne) {
      return openByOther(sealed, boundTo, notThisOne);
    }
  }

  private byte[] openByOther(byte[] sealed, String boundTo, GeneralSecurityException notThisOne) {
    byte[] second =
        other
            .map(Base64.getDecoder()::decode)
            .orElseThrow(() ->
                new IllegalStateException(
                    "a webhook secret cannot be opened with this key", notThisOne));
    try {
      return aead(second).decrypt(sealed, bytes(boundTo));
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("a webhook secret cannot be opened with either key", failed);
    }
  }

  private byte[] key() {
    return configured.map(Base64.getDecoder()::decode).orElse(DEMO_KEY);
  }

  private static Aead aead(byte[] key) throws GeneralSecurityException {
    return new AesGcmJce(key);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
