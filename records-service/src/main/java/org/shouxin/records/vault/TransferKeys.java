package org.shouxin.records.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.signature.SignatureConfig;
import com.google.crypto.tink.subtle.Ed25519Verify;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import org.shouxin.platform.identity.ControllerId;

/**
 * The two key pairs with which a controller takes part in transfers (R-BT-04): one to receive
 * packages under, one to sign manifests and receipts with.
 */
@ApplicationScoped
@AccessesPartialKey // Only of the public halves, which are given to others.
public class TransferKeys {
  static final String RECEIVING_CURVE = "X25519";
  static final String SIGNING_CURVE = "Ed25519";

  private final KeysetFolder folder;

  TransferKeys(KeysetFolder folder) throws GeneralSecurityException {
    this.folder = folder;
    HybridConfig.register();
    SignatureConfig.register();
  }

  /** What sellers seal packages for this controller to. */
  public PublicJwk receivingKey(ControllerId controller) {
    HpkePublicKey key = (HpkePublicKey) publicKey(folder.receivingKeys(controller));
    return PublicJwk.of(RECEIVING_CURVE, key.getPublicKeyBytes().toByteArray());
  }

  /** What this controller's manifests and receipts verify with. */
  public PublicJwk signingKey(ControllerId controller) {
    Ed25519PublicKey key = (Ed25519PublicKey) publicKey(folder.signingKeys(controller));
    return PublicJwk.of(SIGNING_CURVE, key.getPublicKeyBytes().toByteArray());
  }

  /** A plain Ed25519 signature (RFC 8032), 64 bytes. */
  public byte[] sign(ControllerId controller, byte[] text) {
    try {
      return folder
          .signingKeys(controller)
          .getPrimitive(RegistryConfiguration.get(), PublicKeySign.class)
          .sign(text);
    } catch (GeneralSecurityException e) {
      throw new SealBroken("signing keyset", e);
    }
  }

  /** Whether the signature is by the holder of the key; false also for a key of another kind. */
  public static boolean verifies(PublicJwk key, byte[] text, byte[] signature) {
    try {
      byte[] point = key.bytes(SIGNING_CURVE);
      if (LowOrder.includes(point)) {
        return false;
      }
      new Ed25519Verify(point).verify(signature, text);
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      return false;
    }
  }

  HybridDecrypt opener(ControllerId controller) throws GeneralSecurityException {
    return folder
        .receivingKeys(controller)
        .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
  }

  private static com.google.crypto.tink.Key publicKey(KeysetHandle pair) {
    try {
      return pair.getPublicKeysetHandle().getPrimary().getKey();
    } catch (GeneralSecurityException e) {
      throw new SealBroken("transfer keyset", e);
    }
  }
}
