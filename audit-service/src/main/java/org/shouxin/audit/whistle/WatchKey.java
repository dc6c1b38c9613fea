package org.shouxin.audit.whistle;

import com.google.crypto.tink.subtle.PrfHmacJce;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key of the retaliation watch: derived from the file of the log's signing key, which is in no
 * database. Whoever has the database alone cannot try employee numbers one by one.
 */
@Singleton
class WatchKey {
  private static final int BYTES = 32;

  private final Path file;

  @Inject
  WatchKey(@ConfigProperty(name = "shouxin.log.signing-key-file") Path file) {
    this.file = file;
  }

  /** Tells whether an employee is the reporter of a report; another value for each report. */
  byte[] index(UUID report, String employeeNo) {
    try {
      byte[] secret =
          new PrfHmacJce("HMACSHA256", new SecretKeySpec(Files.readAllBytes(file), "HMAC"))
              .compute("shouxin whistle watch".getBytes(StandardCharsets.UTF_8), BYTES);
      return new PrfHmacJce("HMACSHA256", new SecretKeySpec(secret, "HMAC"))
          .compute((report + "|" + employeeNo).getBytes(StandardCharsets.UTF_8), BYTES);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA256", impossible);
    }
  }
}
