package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.records.customer.Announcements;
import org.shouxin.records.transfer.parcel.Repacking;

/**
 * Looks again at who moves, from the freeze until the package is given out (DR-12, D-142): whoever
 * came to be held, or restricted where the rule keeps the restricted, is the seller's customer
 * again; whoever else came to be restricted leaves restricted. What was packed before is packed
 * anew. Objections end with the freeze.
 */
@ApplicationScoped
class Resettlement {
  /** She is here again as she was before; a restriction that only the departure wrote goes. */
  private static final String STAY =
      """
      update customer
         set restricted_at = case when restricted_at is distinct from departed_at
                                  then restricted_at end,
             departed_at = null
       where controller_id = :controller and id = any(:people)\
      """;

  /** So are the parts in policies that would have gone of somebody who was to be copied. */
  private static final String STAY_PARTS =
      """
      update policy_role r
         set departed_at = null
        from transfer_part tp
       where tp.transfer_id = :transfer and tp.customer_id = any(:people)
         and r.controller_id = tp.controller_id and r.customer_id = tp.customer_id
         and r.policy_id = tp.policy_id\
      """;

  private static final String RESTRICT =
      "update customer set restricted_at = coalesce(restricted_at, :now)"
          + " where controller_id = :controller and id = any(:people)";

  private static final String RULE =
      """
      update transfer_person
         set situation = :situation, disposition = :disposition,
             chunk = case when :disposition <> 'STAYS' then chunk end
       where transfer_id = :transfer and customer_id = :customer\
      """;

  private final Settlement settlement;
  private final Transfers transfers;
  private final TransferRows rows;
  private final Repacking repacking;
  private final AuditOutbox audit;
  private final Clock clock;

  Resettlement(
      Settlement settlement,
      Transfers transfers,
      TransferRows rows,
      Repacking repacking,
      AuditOutbox audit,
      Clock clock) {
    this.settlement = settlement;
    this.transfers = transfers;
    this.rows = rows;
    this.repacking = repacking;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Brings the frozen rulings up to date, in the caller's transaction, which holds the transfer's
   * lock; nothing once the package was given out.
   *
   * @return whether the package has to be packed anew
   */
  boolean lookAgain(Handle handle, Actor actor, TransferRows.Opened row) {
    if (rows.evidence(handle, row.id()).containsKey(Gate.PACKAGE_SENT)) {
      return false;
    }
    List<Settlement.Changed> changed = settlement.changed(handle, row);
    boolean anew =
        repacking.isOutdated(handle, row.id())
            || repacking.hasPacked(
                handle, row.id(), changed.stream().map(Settlement.Changed::chunk).toList());
    rule(handle, actor, row, changed);
    if (anew) {
      repacking.takeBack(handle, row.controllerId(), row.id());
    }
    return anew;
  }

  private void rule(
      Handle handle, Actor actor, TransferRows.Opened row, List<Settlement.Changed> changed) {
    Instant now = clock.instant();
    for (Settlement.Changed each : changed) {
      handle
          .createUpdate(RULE)
          .bind("situation", each.situation())
          .bind("disposition", each.disposition())
          .bind("transfer", row.id())
          .bind("customer", each.customerId())
          .execute();
    }
    List<CustomerId> restricted = people(changed, false);
    handle
        .createUpdate(RESTRICT)
        .bind("controller", row.controllerId())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bindArray("people", CustomerId.class, restricted)
        .execute();
    stay(handle, row, people(changed, true), now);
    // Without the reason: she reads her own log, and not of every hold she may know.
    List<AuditEvent> events = new ArrayList<>();
    changed.stream()
        .filter(Settlement.Changed::stays)
        .forEach(each ->
            events.add(
                transfers
                    .event(actor, "transfer.customer.retained", row)
                    .subject(each.customerId())
                    .build()));
    if (!events.isEmpty()) {
      audit.record(handle, events);
    }
  }

  private static void stay(
      Handle handle, TransferRows.Opened row, List<CustomerId> people, Instant now) {
    handle
        .createUpdate(STAY)
        .bind("controller", row.controllerId())
        .bindArray("people", CustomerId.class, people)
        .execute();
    handle
        .createUpdate(STAY_PARTS)
        .bind("transfer", row.id())
        .bindArray("people", CustomerId.class, people)
        .execute();
    Announcements.add(handle, row.controllerId(), Announcements.Kind.DEPARTED, people, now);
  }

  private static List<CustomerId> people(List<Settlement.Changed> changed, boolean staying) {
    return changed.stream()
        .filter(each -> each.stays() == staying)
        .map(Settlement.Changed::customerId)
        .toList();
  }
}
