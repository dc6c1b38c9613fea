package org.shouxin.records.customer;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.vault.DataKey;

/**
 * Who the people of a batch are.
 *
 * @param ids customer of each recognition key
 * @param fresh those not known before
 * @param keys data keys; absent for customers whose key was destroyed
 */
record Identified(
    Map<ByteBuffer, CustomerId> ids,
    List<CustomerId> fresh,
    int knownCount,
    Map<CustomerId, DataKey> keys) {

  CustomerId id(ByteBuffer recognition) {
    CustomerId id = ids.get(recognition);
    if (id == null) {
      throw new IllegalStateException("every person of a batch is identified");
    }
    return id;
  }
}
