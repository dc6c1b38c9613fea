package org.shouxin.records.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.startup.DeploymentMode;

/**
 * The mounted Tink keysets. A changed file (a rotation, a Kubernetes secret update) is picked up on
 * the next use, without a restart. Missing keysets are made on the spot in demo mode only.
 */
@ApplicationScoped
class KeysetFolder {
  private final VaultConfig config;
  private final DeploymentMode mode;
  private final Map<Path, Loaded> loaded = new ConcurrentHashMap<>();

  KeysetFolder(VaultConfig config, DeploymentMode mode) throws GeneralSecurityException {
    this.config = config;
    this.mode = mode;
    AeadConfig.register();
    PrfConfig.register();
  }

  KeysetHandle keyEncryptionKeys(ControllerId controller) {
    return keyset(controller, "kek", "AES256_GCM");
  }

  KeysetHandle indexKeys(ControllerId controller) {
    return keyset(controller, "index", "HMAC_SHA256_PRF");
  }

  /** Key pair to which transfer packages for this controller are sealed. */
  KeysetHandle receivingKeys(ControllerId controller) {
    return keyset(controller, "receive", "DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM_RAW");
  }

  /** Key pair that signs manifests and receipts of transfers. */
  KeysetHandle signingKeys(ControllerId controller) {
    return keyset(controller, "sign", "ED25519_RAW");
  }

  /** The controllers that have a keyset here. */
  List<ControllerId> controllers() {
    if (!Files.isDirectory(config.keysetDir())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(config.keysetDir())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".kek.json") || name.endsWith(".index.json"))
          .map(name -> new ControllerId(name.substring(0, name.indexOf('.'))))
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("shouxin.vault.keyset-dir", e);
    }
  }

  private KeysetHandle keyset(ControllerId controller, String use, String template) {
    Path file = config.keysetDir().resolve(controller.value() + "." + use + ".json");
    try {
      if (mode.isDemo() && !Files.exists(file)) {
        create(file, template);
      }
      FileTime modified = Files.getLastModifiedTime(file);
      Loaded known = loaded.get(file);
      if (known != null && known.modified.equals(modified)) {
        return known.handle;
      }
      KeysetHandle handle =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), InsecureSecretKeyAccess.get());
      loaded.put(file, new Loaded(modified, handle));
      return handle;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "keyset of " + controller.value() + " in shouxin.vault.keyset-dir", e);
    } catch (GeneralSecurityException e) {
      throw new SealBroken("keyset " + file.getFileName(), e);
    }
  }

  /** Written aside and linked, so that of two starting replicas one wins and both read it whole. */
  private static void create(Path file, String template)
      throws IOException, GeneralSecurityException {
    Files.createDirectories(file.getParent());
    Path draft =
        Files.createTempFile(
            file.getParent(),
            "draft",
            ".json",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(
          draft,
          TinkJsonProtoKeysetFormat.serializeKeyset(
              KeysetHandle.generateNew(KeyTemplates.get(template)), InsecureSecretKeyAccess.get()));
      linkUnlessThere(file, draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void linkUnlessThere(Path file, Path draft) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException anotherReplicaWon) {
      if (!Files.isReadable(file)) {
        throw anotherReplicaWon;
      }
    }
  }

  private record Loaded(FileTime modified, KeysetHandle handle) {}
}
