package org.shouxin.consent.banregister;

import com.google.crypto.tink.subtle.PrfHmacJce;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.startup.DeploymentMode;
import org.shouxin.platform.startup.StartupCheck;

/**
 * The keyed index of an identity number: HMAC-SHA-256 under a key outside the database, each
 * controller's apart. Without the key nobody can try out numbers on a copy of the register.
 */
@ApplicationScoped
public class PersonIndex implements StartupCheck {
  private static final String PROPERTY = "shouxin.consent.ban-register.index-key";
  private static final int BYTES = 32;

  /** Key of the one-machine demo only; production is refused without its own. */
  private static final byte[] DEMO_KEY =
      "shouxin-demo-ban-register-key-!!".getBytes(StandardCharsets.US_ASCII);

  private final Optional<String> configured;
  private final DeploymentMode mode;

  PersonIndex(@ConfigProperty(name = PROPERTY) Optional<String> configured, DeploymentMode mode) {
    this.configured = configured;
    this.mode = mode;
  }

  @Override
  public List<Finding> findings() {
    if (configured.isEmpty()) {
      return mode.isDemo()
          ? List.of()
          : List.of(Finding.severe(PROPERTY, "is not set; the ban register needs its own key"));
    }
    return Base64.getDecoder().decode(configured.get()).length == BYTES
        ? List.of()
        : List.of(Finding.severe(PROPERTY, "must be 32 bytes in base64"));
  }

  /** The index of a number, however it is spaced or its letter is written. */
  public byte[] of(ControllerId controller, String identityNumber) {
    String plain =
        Normalizer.normalize(identityNumber, Normalizer.Form.NFKC)
            .replaceAll("[\\s-]", "")
            .toUpperCase(Locale.ROOT);
    byte[] key = configured.map(Base64.getDecoder()::decode).orElse(DEMO_KEY);
    try {
      return new PrfHmacJce("HMACSHA256", new SecretKeySpec(key, "HMAC"))
          .compute((controller.value() + "\n" + plain).getBytes(StandardCharsets.UTF_8), BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", impossible);
    }
  }
}
