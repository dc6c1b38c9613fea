package org.shouxin.records.transfer.parcel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.CustomerId;

/**
 * Who of a chunk is copied, and with which policies. She goes along with what the contracts that go
 * need: her statements, her parts in them, health notes to them. Accounts, consents, requests,
 * complaints and her log stay with the seller, where she stays too (D-136).
 *
 * @param policies of each who is copied, those that go
 */
record CopiedPeople(Map<UUID, Set<UUID>> policies) {
  /** What is said of the person herself. */
  private static final Set<String> HERS =
      Set.of(RecordTables.PERSON, RecordTables.STATEMENT, "conflictChoice");

  private static final Set<String> OF_A_POLICY =
      Set.of(RecordTables.POLICY_PART, RecordTables.HEALTH_NOTE);

  /** A part that goes of somebody who is copied. */
  public record Part(UUID customerId, UUID policyId) {}

  static CopiedPeople of(Handle handle, UUID transfer, int chunk) {
    Map<UUID, Set<UUID>> policies = new HashMap<>();
    handle
        .createQuery(
            "select p.customer_id, tp.policy_id from transfer_person p join transfer_part tp"
                + " on tp.controller_id = p.controller_id and tp.transfer_id = p.transfer_id"
                + " and tp.customer_id = p.customer_id"
                + " where p.transfer_id = ? and p.chunk = ? and p.disposition = 'COPIED'")
        .bind(0, transfer)
        .bind(1, chunk)
        .mapTo(Part.class)
        .forEach(part ->
            policies.computeIfAbsent(part.customerId(), _ -> new HashSet<>()).add(part.policyId()));
    return new CopiedPeople(policies);
  }

  /** Whether somebody leaves the seller altogether. */
  boolean leaves(CustomerId customer) {
    return !policies.containsKey(customer.value());
  }

  /** Whether an item of this service goes into the package. */
  boolean takesAlong(Item item) {
    String person = item.itemClass().equals(RecordTables.PERSON) ? "id" : "customerId";
    Set<UUID> going = policies.get(UUID.fromString(item.content().path(person).asText()));
    if (going == null || HERS.contains(item.itemClass())) {
      return true;
    }
    String policy = item.content().path("policyId").asText();
    return OF_A_POLICY.contains(item.itemClass())
        && !policy.isEmpty()
        && going.contains(UUID.fromString(policy));
  }
}
