package org.shouxin.audit.checkpoint;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouxin.platform.startup.StartupCheck;

/** The log's signing key in its file. */
@Singleton
final class SigningKeyFile implements StartupCheck {
  private static final String KEY = "shouxin.log.signing-key-file";

  private static final String PREVIOUS = "shouxin.log.previous-signing-key-file";

  private final LogConfig config;
  private final DurableFile file;
  private final Optional<DurableFile> previous;

  @Inject
  SigningKeyFile(LogConfig config) {
    this.config = config;
    this.file = new DurableFile(config.signingKeyFile());
    this.previous = config.previousSigningKeyFile().map(DurableFile::new);
  }

  @Override
  public List<Finding> findings() {
    return Stream.concat(
            findings(KEY, file, config.createSigningKey()).stream(),
            previous.stream().flatMap(old -> findings(PREVIOUS, old, false).stream()))
        .toList();
  }

  private List<Finding> findings(String key, DurableFile keyFile, boolean mayBeMissing) {
    try {
      Optional<String> stored = keyFile.read();
      if (stored.isEmpty()) {
        return mayBeMissing
            ? List.of()
            : List.of(Finding.severe(key, "names no file; the log cannot sign without its key"));
      }
      if (keyFile.isReadableByOthers()) {
        return List.of(Finding.severe(key, "may be read by others; chmod 600 it"));
      }
      decode(stored.get());
      return List.of();
    } catch (IOException unreadable) {
      return List.of(Finding.severe(key, "cannot be read by this process"));
    } catch (IllegalArgumentException malformed) {
      return List.of(Finding.severe(key, "holds no key of the log " + config.origin()));
    }
  }

  /** The key and, during a rotation, the one before it. */
  SigningKeys loadKeys() {
    return new SigningKeys(load(), previous.map(this::loadPrevious));
  }

  private LogKey loadPrevious(DurableFile old) {
    try {
      return decode(
          old.read().orElseThrow(() -> new IllegalStateException(PREVIOUS + " names no file")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
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
      file.write(
          SeedText.write(config.origin(), VerifierKey.ED25519, key.verifierKey().id(), seed));
      return key;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private LogKey decode(String stored) {
    return new LogKey(
        config.origin(),
        VerifierKey.ED25519,
        SeedText.read(stored, config.origin(), VerifierKey.ED25519));
  }
}
