package org.shouxin.records.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.vault.ByteaArray;

/** Finds customers by blind indexes; nothing readable is compared in the database. */
@ApplicationScoped
public class CustomerFinder {
  private static final int ENOUGH = 20;

  CustomerFinder() {}

  /** Blind indexes to look for; null where the searcher gave no such factor. */
  public record Indexes(
      @Nullable List<byte[]> idNumber,
      @Nullable List<byte[]> mobile,
      @Nullable List<byte[]> policyNumber) {}

  /**
   * Customers that some source connects with all of the given indexes, at most 20. Whether the
   * values are still in use is the caller's to check ({@link SealedCustomer#matches}).
   */
  public List<CustomerId> find(Handle handle, ControllerId controller, Indexes indexes) {
    List<String> parts = new ArrayList<>();
    if (indexes.idNumber() != null) {
      parts.add(
          """
          select customer_id from customer_statement
           where controller_id = :controller and id_number_index = any(:idNumber)\
          """);
    }
    if (indexes.mobile() != null) {
      parts.add(
          """
          select customer_id from customer_statement
           where controller_id = :controller and mobile_index = any(:mobile)\
          """);
    }
    if (indexes.policyNumber() != null) {
      parts.add(
          """
          select r.customer_id from policy p
            join policy_role r on r.controller_id = p.controller_id and r.policy_id = p.id
             and r.departed_at is null
           where p.controller_id = :controller and p.number_index = any(:policyNumber)\
          """);
    }
    if (parts.isEmpty()) {
      return List.of();
    }
    var query =
        handle
            .createQuery(String.join("\nintersect\n", parts) + "\nlimit " + ENOUGH)
            .bind("controller", controller);
    if (indexes.idNumber() != null) {
      query.bind("idNumber", ByteaArray.of(indexes.idNumber()));
    }
    if (indexes.mobile() != null) {
      query.bind("mobile", ByteaArray.of(indexes.mobile()));
    }
    if (indexes.policyNumber() != null) {
      query.bind("policyNumber", ByteaArray.of(indexes.policyNumber()));
    }
    return query.map((row, context) -> new CustomerId(row.getObject(1, UUID.class))).stream()
        .distinct()
        .toList();
  }

  /** Customers of the viewer whom all terms may fit, by id, after {@code after}. */
  public List<CustomerId> search(
      Handle handle,
      ControllerId controller,
      Viewer viewer,
      List<SearchTerms.Token> tokens,
      @Nullable CustomerId after,
      int limit) {
    return SearchTable.candidates(
        handle, controller, viewer, tokens, after == null ? null : after.value(), limit);
  }
}
