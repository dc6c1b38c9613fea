package org.shouxin.audit.checkpoint;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.shouxin.platform.startup.StartupCheck;

/** The log's ML-DSA-44 key in its file; a log may go without one. */
@Singleton
final class MlDsaKeyFile implements StartupCheck {
  private static final String KEY = "shouxin.log.ml-dsa-key-file";

  private final LogConfig config;
  private final Optional<DurableFile> file;

  @Inject
  MlDsaKeyFile(LogConfig config) {
    this.config = config;
    this.file = config.mlDsaKeyFile().map(DurableFile::new);
  }

  @Override
  public List<Finding> findings() {
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      Optional<String> stored = file.get().read();
      if (stored.isEmpty()) {
        return config.createSigningKey()
            ? List.of()
            : List.of(Finding.severe(KEY, "names no file; set no key, or one that is there"));
      }
      if (file.get().isReadableByOthers()) {
        return List.of(Finding.severe(KEY, "may be read by others; chmod 600 it"));
      }
      read(stored.get());
      return List.of();
    } catch (IOException unreadable) {
      return List.of(Finding.severe(KEY, "cannot be read by this process"));
    } catch (IllegalArgumentException malformed) {
      return List.of(Finding.severe(KEY, "holds no ML-DSA-44 key of the log " + config.origin()));
    }
  }

  /** The key, where one is configured; made now when there is none yet and the demo allows it. */
  Optional<MlDsaKey> load() {
    return file.map(this::load);
  }

  private MlDsaKey load(DurableFile stored) {
    try {
      Optional<String> text = stored.read();
      if (text.isPresent()) {
        return read(text.get());
      }
      if (!config.createSigningKey()) {
        throw new IllegalStateException(KEY + " names no file");
      }
      byte[] seed = new byte[LogKey.SEED_BYTES];
      new SecureRandom().nextBytes(seed);
      MlDsaKey key = new MlDsaKey(config.origin(), seed);
      stored.write(SeedText.write(config.origin(), MlDsaKey.TYPE, key.id(), seed));
      return key;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private MlDsaKey read(String stored) {
    byte[] seed = SeedText.read(stored, config.origin(), MlDsaKey.TYPE);
    MlDsaKey key = new MlDsaKey(config.origin(), seed);
    if (!stored.contains("+" + HexFormat.of().toHexDigits(key.id()) + "+")) {
      throw new IllegalArgumentException("the seed leads to another key");
    }
    return key;
  }
}
