package org.shouxin.records.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Wraps data keys with the controller's key-encryption key; bound to controller and customer. */
@ApplicationScoped
class KeyEncryption {
  private final KeysetFolder folder;
  private final Map<KeysetHandle, Aead> primitives = new ConcurrentHashMap<>();

  KeyEncryption(KeysetFolder folder) {
    this.folder = folder;
  }

  /**
   * Id of the key that wraps new data keys; a data key wrapped by another one is due for
   * re-wrapping.
   */
  int primaryKeyId(ControllerId controller) {
    return folder.keyEncryptionKeys(controller).getPrimary().getId();
  }

  byte[] wrap(ControllerId controller, CustomerId customer, byte[] dataKey) {
    return wrap(controller, dataKey, associated(controller, customer));
  }

  byte[] unwrap(ControllerId controller, CustomerId customer, byte[] wrapped) {
    return unwrap(controller, wrapped, associated(controller, customer));
  }

  /** Wraps the key of something that is no customer, such as a file. */
  byte[] wrap(ControllerId controller, byte[] key, byte[] associated) {
    try {
      return aead(controller).encrypt(key, associated);
    } catch (GeneralSecurityException e) {
      throw new SealBroken("wrapping a key", e);
    }
  }

  byte[] unwrap(ControllerId controller, byte[] wrapped, byte[] associated) {
    try {
      return aead(controller).decrypt(wrapped, associated);
    } catch (GeneralSecurityException e) {
      throw new SealBroken("a wrapped key", e);
    }
  }

  private Aead aead(ControllerId controller) {
    return primitives.computeIfAbsent(
        folder.keyEncryptionKeys(controller), KeyEncryption::primitive);
  }

  private static Aead primitive(KeysetHandle handle) {
    try {
      return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new SealBroken("key-encryption keyset", e);
    }
  }

  private static byte[] associated(ControllerId controller, CustomerId customer) {
    return ("data-key|" + controller.value() + '|' + customer.value())
        .getBytes(StandardCharsets.UTF_8);
  }
}
