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
    try {
      return aead(controller).encrypt(dataKey, associated(controller, customer));
    } catch (GeneralSecurityException e) {
      throw new SealBroken("wrapping a data key", e);
    }
  }

  byte[] unwrap(ControllerId controller, CustomerId customer, byte[] wrapped) {
    try {
      return aead(controller).decrypt(wrapped, associated(controller, customer));
    } catch (GeneralSecurityException e) {
      throw new SealBroken("a wrapped data key", e);
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
