package org.shouxin.launcher.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.shouxin.launcher.OwnerOnly;

/**
 * A JSON document and beside it, in {@code <name>.sig}, the Ed25519 signature over its exact bytes.
 */
final class SignedFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SignedFile() {}

  static void write(Path file, Object document, BackupKeys keys) throws IOException {
    String text = pretty(document);
    try {
      byte[] signature = keys.signer().sign(text.getBytes(StandardCharsets.UTF_8));
      OwnerOnly.write(signatureOf(file), Base64.getEncoder().encodeToString(signature) + "\n");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    OwnerOnly.write(file, text);
  }

  static String pretty(Object document) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Throws when a byte of the document or its signature was changed. */
  static <T> T read(Path file, Class<T> kind, BackupKeys keys) throws IOException {
    byte[] text = Files.readAllBytes(file);
    try {
      byte[] signature = Base64.getDecoder().decode(Files.readString(signatureOf(file)).strip());
      keys.verifier().verify(signature, text);
    } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
      throw new BackupException(
          file + " is not what was signed: it was changed, or signed with another key", e);
    }
    return JSON.readValue(text, kind);
  }

  static Path signatureOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".sig");
  }
}
