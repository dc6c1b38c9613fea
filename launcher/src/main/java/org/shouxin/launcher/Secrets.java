package org.shouxin.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The random passwords and keys of one installation, made at the first start and kept in the file
 * {@code secrets}, mode 600. Losing the file means losing the data.
 */
public final class Secrets {
  private static final int SECRET_BYTES = 32;

  private final Path file;
  private final Properties values = new Properties();
  private final SecureRandom random = new SecureRandom();

  public Secrets(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The secret of that name, made now if it is new: 256 random bits in base64url. */
  public synchronized String get(String name) {
    return keep(name, Base64.getUrlEncoder().withoutPadding());
  }

  /** Like {@link #get}, in standard base64, as key material is configured. */
  public synchronized String key(String name) {
    return keep(name, Base64.getEncoder());
  }

  private String keep(String name, Base64.Encoder encoder) {
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String fresh = encoder.encodeToString(bytes);
    values.setProperty(name, fresh);
    StringWriter text = new StringWriter();
    try {
      values.store(text, "Secrets of this installation. Losing them means losing its data.");
      OwnerOnly.write(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fresh;
  }

  @Override
  public String toString() {
    return "Secrets[redacted]";
  }
}
