package org.shouxin.records.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.PrfSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** The blind index of each controller; separate keys, so that controllers never meet. */
@ApplicationScoped
public class BlindIndexes {
  private final KeysetFolder folder;
  private final KeyStore store;
  private final Map<KeysetHandle, Hashes> hashes = new ConcurrentHashMap<>();

  BlindIndexes(KeysetFolder folder, KeyStore store) {
    this.folder = folder;
    this.store = store;
  }

  private record Hashes(IndexSuite sha256, IndexSuite sm3) {}

  /**
   * For one piece of work: the suite that it writes is asked once, at its first write. A controller
   * without keyset fails, except where missing keysets are created.
   */
  public BlindIndex of(ControllerId controller) {
    Hashes own = hashes.computeIfAbsent(folder.indexKeys(controller), BlindIndexes::hashes);
    return new BlindIndex(own.sha256(), own.sm3(), once(() -> store.suiteInForce(controller)));
  }

  @AccessesPartialKey // The key of SM3 comes of the same secret, so that one keyset does for both.
  private static Hashes hashes(KeysetHandle handle) {
    try {
      PrfSet prf = handle.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
      HmacPrfKey key = (HmacPrfKey) handle.getPrimary().getKey();
      return new Hashes(
          new IndexSuite.Sha256(prf),
          new IndexSuite.Sm3(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get())));
    } catch (GeneralSecurityException e) {
      throw new SealBroken("index keyset", e);
    }
  }

  private static Supplier<CipherSuite> once(Supplier<CipherSuite> question) {
    AtomicReference<@Nullable CipherSuite> answer = new AtomicReference<>();
    return () -> {
      CipherSuite known = answer.get();
      if (known == null) {
        known = question.get();
        answer.set(known);
      }
      return known;
    };
  }
}
