package org.shouxin.launcher.backup;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.OwnerOnly;

/**
 * The keys of backups, Tink keysets in a mounted folder: one to seal each set ({@code
 * records.json}, {@code keys.json}), one that signs manifests and reports ({@code signing.json}).
 * Rotated like every keyset: a new key becomes primary, the old one stays while a backup names it.
 */
final class BackupKeys {
  private final Path folder;

  BackupKeys(Path folder) {
    this.folder = folder;
    try {
      StreamingAeadConfig.register();
      SignatureConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the keysets that are missing; only a backup may, never a restore. */
  void create() throws IOException {
    OwnerOnly.folder(folder);
    for (BackupSet set : BackupSet.values()) {
      create(file(set), PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
    }
    create(signing(), PredefinedSignatureParameters.ED25519);
  }

  private static void create(Path file, Parameters parameters) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    try {
      KeysetHandle fresh =
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
              .build();
      OwnerOnly.write(
          file, TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key that seals new backups of the set. */
  int primary(BackupSet set) {
    return read(file(set)).getPrimary().getId();
  }

  /** Throws with both names when the keyset does not hold that key. */
  void requireKey(BackupSet set, int keyId, String what) {
    KeysetHandle keys = read(file(set));
    for (int i = 0; i < keys.size(); i++) {
      if (keys.getAt(i).getId() == keyId) {
        return;
      }
    }
    throw new BackupException(
        what + " was sealed with key " + keyId + ", which " + file(set) + " does not hold");
  }

  StreamingAead sealing(BackupSet set) {
    return primitive(read(file(set)), StreamingAead.class);
  }

  PublicKeySign signer() {
    return primitive(read(signing()), PublicKeySign.class);
  }

  PublicKeyVerify verifier() {
    try {
      return primitive(read(signing()).getPublicKeysetHandle(), PublicKeyVerify.class);
    } catch (GeneralSecurityException e) {
      throw new LauncherException(signing() + " is no signing keyset.", e);
    }
  }

  private static <P> P primitive(KeysetHandle keys, Class<P> kind) {
    try {
      return keys.getPrimitive(RegistryConfiguration.get(), kind);
    } catch (GeneralSecurityException e) {
      throw new LauncherException("A keyset for backups is not of the right kind.", e);
    }
  }

  private static KeysetHandle read(Path file) {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), InsecureSecretKeyAccess.get());
    } catch (IOException | GeneralSecurityException e) {
      throw new LauncherException(
          "The key file " + file + " cannot be read. Mount it; without it no backup opens.", e);
    }
  }

  private Path file(BackupSet set) {
    return folder.resolve(set.folder() + ".json");
  }

  private Path signing() {
    return folder.resolve("signing.json");
  }

  @Override
  public String toString() {
    return "BackupKeys[redacted]";
  }
}
