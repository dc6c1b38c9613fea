package org.shouxin.records.vault;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * Wraps data keys with the controller's key-encryption key; bound to controller and customer. The
 * key-encryption keys are in mounted keysets, or in a transit engine where one is configured.
 */
@ApplicationScoped
class KeyEncryption {
  private final KeyWrapping wrapping;

  @Inject
  KeyEncryption(VaultConfig config, KeysetFolder folder, ObjectMapper json) {
    this(
        config
            .transitAddress()
            .<KeyWrapping>map(address ->
                new TransitWrapping(
                    new TransitClient(
                        new TransitClient.Place(
                            address,
                            config.transitTokenFile().orElse(Path.of("")),
                            config.transitMount(),
                            config.transitKeyPrefix(),
                            config.transitTimeout()),
                        json),
                    json))
            .orElseGet(() -> new KeysetWrapping(folder)));
  }

  KeyEncryption(KeyWrapping wrapping) {
    this.wrapping = wrapping;
  }

  /**
   * Id of the key that wraps new data keys; a data key wrapped by another one is due for
   * re-wrapping.
   */
  int primaryKeyId(ControllerId controller) {
    return wrapping.primary(controller);
  }

  /** A customer's data key, wrapped or not. */
  record Owned(CustomerId customer, byte[] key) {}

  List<byte[]> wrap(ControllerId controller, int primary, List<Owned> dataKeys) {
    return wrapping.wrap(controller, primary, bound(controller, dataKeys));
  }

  List<byte[]> unwrap(ControllerId controller, List<Owned> wrapped) {
    return wrapping.unwrap(controller, bound(controller, wrapped));
  }

  List<byte[]> rewrap(ControllerId controller, int primary, List<Owned> wrapped) {
    return wrapping.rewrap(controller, primary, bound(controller, wrapped));
  }

  /** Wraps the key of something that is no customer, such as a file. */
  byte[] wrap(ControllerId controller, byte[] key, byte[] owner) {
    return wrapping
        .wrap(controller, primaryKeyId(controller), List.of(new KeyWrapping.Bound(key, owner)))
        .getFirst();
  }

  byte[] unwrap(ControllerId controller, byte[] wrapped, byte[] owner) {
    return wrapping.unwrap(controller, List.of(new KeyWrapping.Bound(wrapped, owner))).getFirst();
  }

  boolean isUsable(ControllerId controller) {
    return wrapping.isUsable(controller);
  }

  private static List<KeyWrapping.Bound> bound(ControllerId controller, List<Owned> keys) {
    List<KeyWrapping.Bound> bound = new ArrayList<>(keys.size());
    for (Owned key : keys) {
      String owner = "data-key|" + controller.value() + '|' + key.customer().value();
      bound.add(new KeyWrapping.Bound(key.key(), owner.getBytes(StandardCharsets.UTF_8)));
    }
    return bound;
  }
}
