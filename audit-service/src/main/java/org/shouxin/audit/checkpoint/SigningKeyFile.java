package org.shouxin.audit.checkpoint;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.shouxin.platform.startup.StartupCheck;

/**
 * The log's signing key in its file, in the text form that Go's note package also reads: {@code
 * PRIVATE+KEY+<name>+<8 hex>+<base64(type || seed)>}.
 */
@Singleton
final class SigningKeyFile implements StartupCheck {
  private static final String KEY = "shouxin.log.signing-key-file";
  private static final String PREFIX = "PRIVATE+KEY+";

  private static final int HASH_AND_PLUS = 9;

  private final LogConfig config;
  private final DurableFile file;

  @Inject
  SigningKeyFile(LogConfig config) {
    this.config = config;
    this.file = new DurableFile(config.signingKeyFile());
  }

  @Override
  public List<Finding> findings() {
    try {
      Optional<String> stored = file.read();
      if (stored.isEmpty()) {
        return config.createSigningKey()
            ? List.of()
            : List.of(Finding.severe(KEY, "names no file; the log cannot sign without its key"));
      }
      if (file.isReadableByOthers()) {
        return List.of(Finding.severe(KEY, "may be read by others; chmod 600 it"));
      }
      decode(stored.get());
      return List.of();
    } catch (IOException unreadable) {
      return List.of(Finding.severe(KEY, "cannot be read by this process"));
    } catch (IllegalArgumentException malformed) {
      return List.of(Finding.severe(KEY, "holds no key of the log " + config.origin()));
    }
  }

  /** The key; made now when there is none and the demo allows it. */
  LogKey load() {
    try {
      Optional<String> stored = file.read();
      if (stored.isPresent()) {
        return decode(stored.get());
      }
      if (!config.createSigningKey()) {
        throw new IllegalStateException(KEY + " names no file");
      }
      byte[] seed = new byte[LogKey.SEED_BYTES];
      new SecureRandom().nextBytes(seed);
      LogKey key = new LogKey(config.origin(), VerifierKey.ED25519, seed);
      file.write(encode(key, seed));
      return key;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String encode(LogKey key, byte[] seed) {
    byte[] typed = new byte[1 + seed.length];
    typed[0] = VerifierKey.ED25519;
    System.arraycopy(seed, 0, typed, 1, seed.length);
    return "%s%s+%08x+%s%n"
        .formatted(
            PREFIX,
            config.origin(),
            key.verifierKey().id(),
            Base64.getEncoder().encodeToString(typed));
  }

  private LogKey decode(String stored) {
    String text = stored.strip();
    String expected = PREFIX + config.origin() + "+";
    if (!text.startsWith(expected) || text.length() <= expected.length() + HASH_AND_PLUS) {
      throw new IllegalArgumentException("not a key of this log");
    }
    byte[] typed = Base64.getDecoder().decode(text.substring(expected.length() + HASH_AND_PLUS));
    if (typed.length != 1 + LogKey.SEED_BYTES || typed[0] != VerifierKey.ED25519) {
      throw new IllegalArgumentException("not an Ed25519 key");
    }
    return new LogKey(
        config.origin(), VerifierKey.ED25519, Arrays.copyOfRange(typed, 1, typed.length));
  }
}
