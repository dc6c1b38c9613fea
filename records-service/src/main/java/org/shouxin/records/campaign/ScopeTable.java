package org.shouxin.records.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CustomerId;

/** Which people stand in the policies that a letter may mean, and who looks after them. */
final class ScopeTable {
  private ScopeTable() {}

  /** A policy found by its number. */
  public record Found(UUID id, byte[] numberIndex) {}

  static List<Found> byNumber(Handle handle, List<byte[]> indexes) {
    return handle
        .createQuery("select id, number_index from policy where number_index = any(:indexes)")
        .bind("indexes", org.shouxin.records.vault.ByteaArray.of(indexes))
        .mapTo(Found.class)
        .list();
  }

  /** People in policies, by id, after the given one; of these policies only unless null. */
  static List<CustomerId> people(
      Handle handle, @Nullable List<UUID> policies, UUID after, int limit) {
    return handle
        .createQuery(
            "select distinct customer_id from policy_role where customer_id > :after"
                + " and (:all or policy_id = any(:policies)) order by customer_id limit :limit")
        .bind("after", after)
        .bind("all", policies == null)
        .bindArray("policies", UUID.class, policies == null ? List.of() : policies)
        .bind("limit", limit)
        .map((row, context) -> new CustomerId(row.getObject(1, UUID.class)))
        .list();
  }

  /** Mobile indexes that three or more customers use (DR-03 PHONE_SHARED). */
  static List<byte[]> sharedMobiles(Handle handle) {
    return handle
        .createQuery(
            "select mobile_index from customer_statement where mobile_index is not null"
                + " group by mobile_index having count(distinct customer_id) >= 3")
        .mapTo(byte[].class)
        .list();
  }

  /** The client manager of each policy: the applicant's. */
  static Map<UUID, String> managers(Handle handle, List<UUID> policies) {
    return handle
        .createQuery(
            """
            select r.policy_id, min(a.employee_no)
              from policy_role r
              join assignment a on a.controller_id = r.controller_id
               and a.customer_id = r.customer_id and a.ended_at is null
             where 'APPLICANT' = any(r.roles) and r.policy_id = any(:policies)
             group by r.policy_id\
            """)
        .bindArray("policies", UUID.class, policies)
        .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
