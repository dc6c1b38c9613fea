package org.shouxin.records.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shouxin.platform.identity.ControllerId;

/** Key-encryption keys in mounted Tink keysets. */
final class KeysetWrapping implements KeyWrapping {
  private final KeysetFolder folder;
  private final Map<KeysetHandle, Aead> primitives = new ConcurrentHashMap<>();

  KeysetWrapping(KeysetFolder folder) {
    this.folder = folder;
  }

  @Override
  public int primary(ControllerId controller) {
    return folder.keyEncryptionKeys(controller).getPrimary().getId();
  }

  @Override
  public List<byte[]> wrap(ControllerId controller, int primary, List<Bound> keys) {
    Aead aead = aead(controller);
    return each(keys, key -> aead.encrypt(key.bytes(), key.owner()));
  }

  @Override
  public List<byte[]> unwrap(ControllerId controller, List<Bound> wrapped) {
    Aead aead = aead(controller);
    return each(wrapped, key -> aead.decrypt(key.bytes(), key.owner()));
  }

  @Override
  public List<byte[]> rewrap(ControllerId controller, int primary, List<Bound> wrapped) {
    Aead aead = aead(controller);
    return each(wrapped, key -> aead.encrypt(aead.decrypt(key.bytes(), key.owner()), key.owner()));
  }

  @Override
  public boolean isUsable(ControllerId controller) {
    return folder.keyEncryptionKeys(controller).size() > 0;
  }

  private interface Step {
    byte[] of(Bound key) throws GeneralSecurityException;
  }

  private static List<byte[]> each(List<Bound> keys, Step step) {
    List<byte[]> done = new ArrayList<>(keys.size());
    try {
      for (Bound key : keys) {
        done.add(step.of(key));
      }
    } catch (GeneralSecurityException e) {
      throw new SealBroken("a wrapped key", e);
    }
    return done;
  }

  private Aead aead(ControllerId controller) {
    return primitives.computeIfAbsent(
        folder.keyEncryptionKeys(controller), KeysetWrapping::primitive);
  }

  private static Aead primitive(KeysetHandle handle) {
    try {
      return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new SealBroken("key-encryption keyset", e);
    }
  }
}
