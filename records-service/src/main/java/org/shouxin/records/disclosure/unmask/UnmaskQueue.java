package org.shouxin.records.disclosure.unmask;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.FieldPlace;
import org.shouxin.records.vault.Vault;

/** What waits for the caller's decision: other people's requests, of her branch or of all. */
@ApplicationScoped
class UnmaskQueue {
  private final Database database;
  private final Vault vault;
  private final Clock clock;

  UnmaskQueue(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /** Oldest first, 200 at most. */
  List<WaitingUnmask> of(Actor approver) {
    List<GrantTable.Waiting> waiting =
        database
            .read(
                approver.controller(),
                handle ->
                    GrantTable.listWaiting(
                        handle,
                        approver.controller(),
                        clock.instant().minus(UnmaskGrant.WAITS_FOR)))
            .stream()
            .filter(one -> !one.grant().requestedBy().equals(approver.id()))
            .filter(one -> UnmaskGrants.decides(approver, one.grant()))
            .limit(200)
            .toList();
    Map<CustomerId, DataKey> keys =
        vault.openKeys(
            approver.controller(),
            waiting.stream().map(one -> one.grant().customer()).distinct().toList());
    return waiting.stream()
        .map(one -> {
          UnmaskGrant grant = one.grant();
          DataKey key = keys.get(grant.customer());
          FieldPlace place =
              new FieldPlace(
                  approver.controller(), grant.customer(), "unmask_grant", "reason", grant.id());
          return WaitingUnmask.of(grant, key == null ? null : key.open(place, one.reason()));
        })
        .toList();
  }
}
