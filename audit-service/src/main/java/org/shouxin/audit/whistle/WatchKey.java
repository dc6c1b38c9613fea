package org.shouxin.audit.whistle;

import com.google.crypto.tink.subtle.PrfHmacJce;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.platform.startup.DeploymentMode;
import org.shouxin.platform.startup.StartupCheck;

/**
 * The key of the retaliation watch, which is in no database: whoever has the database alone cannot
 * try employee numbers one by one. The key before it goes on finding the reporters of its time.
 */
@Singleton
class WatchKey implements StartupCheck {
  private static final String PROPERTY = "shouxin.whistle.watch-key";
  private static final String PREVIOUS = "shouxin.whistle.previous-watch-key";
  private static final int BYTES = 32;

  /** Key of the one-machine demo only; production is refused without its own. */
  private static final byte[] DEMO_KEY =
      "shouxin-demo-whistle-watch-key-!".getBytes(StandardCharsets.US_ASCII);

  private final Optional<String> configured;
  private final Optional<String> previous;
  private final DeploymentMode mode;

  @Inject
  WatchKey(
      @ConfigProperty(name = PROPERTY) Optional<String> configured,
      @ConfigProperty(name = PREVIOUS) Optional<String> previous,
      DeploymentMode mode) {
    this.configured = configured;
    this.previous = previous;
    this.mode = mode;
  }

  @Override
  public List<Finding> findings() {
    if (configured.isEmpty() && !mode.isDemo()) {
      return List.of(Finding.severe(PROPERTY, "is not set; the watch needs a key of its own"));
    }
    return Stream.concat(finding(PROPERTY, configured), finding(PREVIOUS, previous)).toList();
  }

  private static Stream<Finding> finding(String property, Optional<String> key) {
    return key.stream()
        .filter(text -> Base64.getDecoder().decode(text).length != BYTES)
        .map(wrong -> Finding.severe(property, "must be 32 bytes in base64"));
  }

  /** Tells whether an employee is the reporter of a report; another value for each report. */
  byte[] index(UUID report, String employeeNo) {
    return index(configured.map(Base64.getDecoder()::decode).orElse(DEMO_KEY), report, employeeNo);
  }

  /** Whether the index stored with a report is this employee's, by this key or the one before. */
  boolean isOf(byte[] stored, UUID report, String employeeNo) {
    return MessageDigest.isEqual(stored, index(report, employeeNo))
        || previous
            .map(Base64.getDecoder()::decode)
            .filter(key -> MessageDigest.isEqual(stored, index(key, report, employeeNo)))
            .isPresent();
  }

  private static byte[] index(byte[] key, UUID report, String employeeNo) {
    try {
      return new PrfHmacJce("HMACSHA256", new SecretKeySpec(key, "HMAC"))
          .compute((report + "|" + employeeNo).getBytes(StandardCharsets.UTF_8), BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", impossible);
    }
  }
}
