package org.shouxin.records.vault;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shouxin.platform.identity.ControllerId;

/** The blind index of each controller; separate keys, so that controllers never meet. */
@ApplicationScoped
public class BlindIndexes {
  private final KeysetFolder folder;
  private final Map<KeysetHandle, BlindIndex> indexes = new ConcurrentHashMap<>();

  BlindIndexes(KeysetFolder folder) {
    this.folder = folder;
  }

  /** Never null; a controller without keyset fails, except where missing keysets are created. */
  public BlindIndex of(ControllerId controller) {
    return indexes.computeIfAbsent(folder.indexKeys(controller), BlindIndexes::index);
  }

  private static BlindIndex index(KeysetHandle handle) {
    try {
      return new BlindIndex(handle.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    } catch (GeneralSecurityException e) {
      throw new SealBroken("index keyset", e);
    }
  }
}
