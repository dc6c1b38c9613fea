package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.transfer.parcel.Item;
import org.shouxin.records.transfer.parcel.RecordTables;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * Finds the parts in one insurer's policies. The insurer stands sealed in the terms, and no index
 * tells it (D-136): each present customer's terms are opened, some hundred people in memory at a
 * time, and of what was read only which parts they are is kept, until the close.
 */
@ApplicationScoped
class InsurerParts {
  private static final int PEOPLE_AT_ONCE = 500;

  private final Database database;
  private final TransferRows rows;
  private final Vault vault;

  InsurerParts(Database database, TransferRows rows, Vault vault) {
    this.database = database;
    this.rows = rows;
    this.vault = vault;
  }

  /** Finds them before the cut-over, where the scope asks for it; again, only what is new. */
  void find(ControllerId controller, UUID transfer) {
    Optional<Scope.Insurer> insurer =
        database.read(controller, handle -> insurer(handle, transfer));
    if (insurer.isEmpty()) {
      return;
    }
    List<CustomerId> people = people(controller, new UUID(0, 0));
    while (!people.isEmpty()) {
      note(controller, transfer, insurer.get(), people);
      people = people(controller, people.getLast().value());
    }
  }

  private Optional<Scope.Insurer> insurer(Handle handle, UUID transfer) {
    return rows.find(handle, transfer)
        .filter(_ ->
            Stage.ORDER.indexOf(rows.stage(handle, transfer))
                < Stage.ORDER.indexOf(new Stage.CutOver()))
        .map(row -> Scope.parse(row.scope()))
        .filter(Scope.Insurer.class::isInstance)
        .map(Scope.Insurer.class::cast);
  }

  private List<CustomerId> people(ControllerId controller, UUID after) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(
                    "select id from customer where controller_id = :controller and departed_at is"
                        + " null and id > :after order by id limit :most")
                .bind("controller", controller)
                .bind("after", after)
                .bind("most", PEOPLE_AT_ONCE)
                .mapTo(CustomerId.class)
                .list());
  }

  private void note(
      ControllerId controller, UUID transfer, Scope.Insurer insurer, List<CustomerId> people) {
    Map<CustomerId, DataKey> keys = vault.openKeys(controller, people);
    List<Item> found =
        database
            .read(controller, handle -> RecordTables.policyParts().items(handle, controller, keys))
            .stream()
            .filter(part ->
                part.content().path("terms").path("insurer").asText().equals(insurer.name()))
            .toList();
    if (!found.isEmpty()) {
      database.write(controller, handle -> insert(handle, controller, transfer, found));
    }
  }

  private static int insert(
      Handle handle, ControllerId controller, UUID transfer, List<Item> parts) {
    return handle
        .createUpdate(
            "insert into transfer_part (controller_id, transfer_id, customer_id, policy_id)"
                + " select :controller, :transfer, part.customer_id, part.policy_id"
                + " from unnest(:customers, :policies) as part(customer_id, policy_id)"
                + " on conflict on constraint transfer_part_pk do nothing")
        .bind("controller", controller)
        .bind("transfer", transfer)
        .bindArray("customers", UUID.class, ids(parts, "customerId"))
        .bindArray("policies", UUID.class, ids(parts, "policyId"))
        .execute();
  }

  private static List<UUID> ids(List<Item> parts, String member) {
    return parts.stream()
        .map(part -> UUID.fromString(part.content().path(member).asText()))
        .toList();
  }
}
