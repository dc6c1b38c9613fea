package org.shouxin.consent.stoporder;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.platform.startup.DeploymentMode;
import org.shouxin.platform.startup.StartupCheck;

/** Encrypts webhook secrets at rest (AES-256-GCM), each bound to its controller and recipient. */
@ApplicationScoped
class SecretBox implements StartupCheck {
  private static final String PROPERTY = "shouxin.consent.webhook.secret-key";

  /** Key of the one-machine demo only; production is refused without its own. */
  private static final byte[] DEMO_KEY =
      "shouxin-demo-webhook-secret-key!".getBytes(StandardCharsets.US_ASCII);

  private final Optional<String> configured;
  private final DeploymentMode mode;

  SecretBox(@ConfigProperty(name = PROPERTY) Optional<String> configured, DeploymentMode mode) {
    this.configured = configured;
    this.mode = mode;
  }

  @Override
  public List<Finding> findings() {
    if (configured.isEmpty()) {
      return mode.isDemo()
          ? List.of()
          : List.of(Finding.severe(PROPERTY, "is not set; webhook secrets need their own key"));
    }
    return Base64.getDecoder().decode(configured.get()).length == 32
        ? List.of()
        : List.of(Finding.severe(PROPERTY, "must be 32 bytes in base64"));
  }

  byte[] seal(byte[] secret, String boundTo) {
    try {
      return aead().encrypt(secret, boundTo.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("a webhook secret cannot be sealed", failed);
    }
  }

  byte[] open(byte[] sealed, String boundTo) {
    try {
      return aead().decrypt(sealed, boundTo.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("a webhook secret cannot be opened with this key", failed);
    }
  }

  private Aead aead() throws GeneralSecurityException {
    return new AesGcmJce(configured.map(Base64.getDecoder()::decode).orElse(DEMO_KEY));
  }
}
