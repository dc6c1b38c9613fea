package org.shouxin.records.access.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.FieldPlace;
import org.shouxin.records.vault.Vault;

/**
 * The requester's words, sealed under the key of each person they are about: gone with the last of
 * these keys. A request about nobody who exists keeps no words.
 */
@ApplicationScoped
class SealedReasons {
  private static final String INSERT =
      "insert into access_request_reason (controller_id, request_id, customer_id, reason)"
          + " values (?, ?, ?, ?)";
  private static final String LIST =
      "select customer_id, reason from access_request_reason where request_id = ?";

  private final Vault vault;

  SealedReasons(Vault vault) {
    this.vault = vault;
  }

  /** One copy of the words. */
  public record Copy(CustomerId customerId, byte[] reason) {}

  /** Keys are fetched before the transaction that stores the request. */
  Map<CustomerId, DataKey> keys(ControllerId controller, List<CustomerId> people) {
    return vault.openKeys(controller, people);
  }

  void seal(
      Handle handle,
      ControllerId controller,
      UUID request,
      Map<CustomerId, DataKey> keys,
      String reason) {
    keys.forEach((customer, key) ->
        handle.execute(
            INSERT,
            controller,
            request,
            customer,
            key.seal(place(controller, customer, request), reason)));
  }

  List<Copy> list(Handle handle, UUID request) {
    return handle.createQuery(LIST).bind(0, request).mapTo(Copy.class).list();
  }

  Optional<String> open(ControllerId controller, UUID request, List<Copy> copies) {
    Map<CustomerId, DataKey> keys =
        vault.openKeys(controller, copies.stream().map(Copy::customerId).toList());
    return copies.stream()
        .flatMap(copy ->
            Optional.ofNullable(keys.get(copy.customerId()))
                .map(key -> key.open(place(controller, copy.customerId(), request), copy.reason()))
                .stream())
        .findFirst();
  }

  private static FieldPlace place(ControllerId controller, CustomerId customer, UUID request) {
    return new FieldPlace(controller, customer, "access_request_reason", "reason", request);
  }
}
