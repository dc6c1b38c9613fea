package org.shouxin.records.vault;

import java.util.List;
import org.shouxin.platform.identity.ControllerId;

/**
 * Wraps keys with the controller's key-encryption key, wherever that is kept. Lists go in one piece
 * and come back in their order.
 */
sealed interface KeyWrapping permits KeysetWrapping, TransitWrapping {

  /**
   * A key and what it belongs to: bound to its owner it opens for nobody else.
   *
   * @param bytes the key, wrapped or not
   */
  record Bound(byte[] bytes, byte[] owner) {}

  /** The key-encryption key that wraps from now on. */
  int primary(ControllerId controller);

  List<byte[]> wrap(ControllerId controller, int primary, List<Bound> keys);

  /**
   * @throws SealBroken when a key was changed, moved, or wrapped by an unknown key
   */
  List<byte[]> unwrap(ControllerId controller, List<Bound> wrapped);

  /** Wraps again under the primary key-encryption key. */
  List<byte[]> rewrap(ControllerId controller, int primary, List<Bound> wrapped);

  /** True when this controller's keys can be wrapped now; for the start-up check. */
  boolean isUsable(ControllerId controller);
}
