package org.shouxin.records.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.access.Viewer;

/**
 * Loads customers as stored: one statement for people and values, one more when policies are asked.
 */
@ApplicationScoped
public class CustomerFiles {
  private static final Map<Fact, String> INDEXES =
      Map.of(
          Fact.NAME, "name_index",
          Fact.ID_NUMBER, "id_number_index",
          Fact.MOBILE, "mobile_index");

  private static final String LOAD =
      """
      select c.id as customer_id,
             c.restricted_at is not null or c.kept_at is not null
               or coalesce(t.restricted, false) as restricted,
             coalesce(t.held, false) as held, coalesce(t.restricted_records, '{}') as restricted_records,
             exists (select 1 from policy_role r
                      where r.controller_id = c.controller_id and r.customer_id = c.id) as contract,
             :whole or exists (
               select 1 from assignment a
                where a.controller_id = c.controller_id and a.customer_id = c.id
                  and a.ended_at is null
                  and (a.employee_no = :employee
                       or exists (select 1 from staff_member m
                                   where m.controller_id = a.controller_id
                                     and m.employee_no = a.employee_no
                                     and m.branch = :branch))) as assigned,
             s.id, s.source, s.recorded_at, s.verified_at,
             s.name_index, s.id_number_index, s.mobile_index, %s
        from customer c
        left join standing t on t.controller_id = c.controller_id and t.customer_id = c.id
        left join customer_statement s
          on s.controller_id = c.controller_id and s.customer_id = c.id
       where c.controller_id = :controller and c.id = any(:ids)
         and (:departed or c.departed_at is null or c.kept_at is not null)
       order by s.recorded_at, s.id\
      """
          .formatted(
              Arrays.stream(Fact.values())
                  .map(fact -> "s." + fact.column())
                  .collect(Collectors.joining(", ")));

  private static final String POLICIES =
      """
      select customer_id, policy_id, roles, terms, restricted_at is not null from policy_role
       where controller_id = :controller and customer_id = any(:ids)
         and (:departed or departed_at is null)
       order by customer_id, policy_id\
      """;

  CustomerFiles() {}

  /** Those of these people who have not departed. */
  public Set<CustomerId> present(
      Handle handle, ControllerId controller, Collection<CustomerId> people) {
    return handle
        .createQuery(
            "select id from customer where controller_id = :controller and id = any(:people)"
                + " and departed_at is null")
        .bind("controller", controller)
        .bindArray("people", CustomerId.class, List.copyOf(people))
        .mapTo(CustomerId.class)
        .set();
  }

  /**
   * Those of the given customers that exist, in no particular order.
   *
   * @param withPolicies also loads their parts in policies
   */
  public Map<CustomerId, SealedCustomer> load(
      Handle handle,
      ControllerId controller,
      Viewer viewer,
      Collection<CustomerId> ids,
      boolean withPolicies) {
    return load(handle, controller, viewer, ids, withPolicies, false);
  }

  /**
   * The same with whoever moved to another controller: for what is owed about her records, never
   * for a reader (D-97).
   */
  public Map<CustomerId, SealedCustomer> loadAlsoDeparted(
      Handle handle, ControllerId controller, Viewer nobody, Collection<CustomerId> ids) {
    return load(handle, controller, nobody, ids, true, true);
  }

  private static Map<CustomerId, SealedCustomer> load(
      Handle handle,
      ControllerId controller,
      Viewer viewer,
      Collection<CustomerId> ids,
      boolean withPolicies,
      boolean departed) {
    Map<CustomerId, List<SealedCustomer.SealedPolicy>> policies =
        withPolicies ? policies(handle, controller, ids, departed) : Map.of();
    Map<CustomerId, SealedCustomer> customers = new LinkedHashMap<>();
    handle
        .createQuery(LOAD)
        .bind("controller", controller)
        .bindArray("ids", CustomerId.class, List.copyOf(ids))
        .bind("departed", departed)
        .bind("whole", viewer.wholeController())
        .bind("employee", viewer.employeeNo())
        .bind("branch", viewer.branch())
        .map((row, context) -> add(customers, controller, policies, row))
        .list();
    return customers;
  }

  private static boolean add(
      Map<CustomerId, SealedCustomer> customers,
      ControllerId controller,
      Map<CustomerId, List<SealedCustomer.SealedPolicy>> policies,
      ResultSet row)
      throws SQLException {
    CustomerId id = new CustomerId(row.getObject("customer_id", UUID.class));
    SealedCustomer customer = customers.get(id);
    if (customer == null) {
      customer =
          new SealedCustomer(
              controller,
              id,
              row.getBoolean("restricted"),
              row.getBoolean("held"),
              Set.of((String[]) row.getArray("restricted_records").getArray()),
              row.getBoolean("assigned"),
              row.getBoolean("contract"),
              new ArrayList<>(),
              policies.getOrDefault(id, List.of()));
      customers.put(id, customer);
    }
    UUID statement = row.getObject("id", UUID.class);
    return statement != null && customer.statements().add(statement(statement, row));
  }

  private static SealedStatement statement(UUID id, ResultSet row) throws SQLException {
    Map<Fact, byte[]> values = new EnumMap<>(Fact.class);
    Map<Fact, byte[]> indexes = new EnumMap<>(Fact.class);
    for (Fact fact : Fact.values()) {
      byte @Nullable [] sealed = row.getBytes(fact.column());
      if (sealed != null) {
        values.put(fact, sealed);
        String index = INDEXES.get(fact);
        if (index != null) {
          indexes.put(fact, row.getBytes(index));
        }
      }
    }
    return new SealedStatement(
        id,
        values,
        indexes,
        row.getString("source"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        instant(row, "verified_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static Map<CustomerId, List<SealedCustomer.SealedPolicy>> policies(
      Handle handle, ControllerId controller, Collection<CustomerId> ids, boolean departed) {
    Map<CustomerId, List<SealedCustomer.SealedPolicy>> policies = new HashMap<>();
    handle
        .createQuery(POLICIES)
        .bind("controller", controller)
        .bind("departed", departed)
        .bindArray("ids", CustomerId.class, List.copyOf(ids))
        .map((row, context) ->
            policies
                .computeIfAbsent(
                    new CustomerId(row.getObject(1, UUID.class)), id -> new ArrayList<>())
                .add(
                    new SealedCustomer.SealedPolicy(
                        row.getObject(2, UUID.class),
                        List.of((String[]) row.getArray(3).getArray()),
                        row.getBytes(4),
                        row.getBoolean(5))))
        .list();
    return policies;
  }
}
