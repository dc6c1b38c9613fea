package org.shouxin.records.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.vault.ByteaArray;

/** Writes and searches search_token. */
final class SearchTable {
  /**
   * Whose people a viewer searches. Each form is one semi-join by an index, so that a name or an
   * ending that one in a hundred has costs what the viewer's own people cost, not what the
   * controller's do; alternatives inside one condition are looked up hit by hit.
   */
  private static final String OF_EMPLOYEE =
      """
       and exists (
             select 1 from assignment a
              where a.controller_id = :controller and a.customer_id = s.customer_id
                and a.ended_at is null and a.employee_no = :employee)\
      """;

  private static final String OF_BRANCH =
      """
       and exists (
             select 1 from assignment a
              where a.controller_id = :controller and a.customer_id = s.customer_id
                and a.ended_at is null
                and a.employee_no = any(array(
                      select cast(:employee as text)
                      union select m.employee_no from staff_member m
                             where m.controller_id = :controller and m.branch = :branch)))\
      """;

  private SearchTable() {}

  static void insert(Handle handle, ControllerId controller, List<StatementRow> rows) {
    List<CustomerId> customers = new ArrayList<>();
    List<byte[]> tokens = new ArrayList<>();
    for (StatementRow row : rows) {
      for (byte[] token : row.tokens()) {
        customers.add(row.customer());
        tokens.add(token);
      }
    }
    insert(handle, controller, customers, tokens);
  }

  /** Tokens, each with its customer. */
  static void insert(
      Handle handle, ControllerId controller, List<CustomerId> customers, List<byte[]> tokens) {
    if (tokens.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            insert into search_token (controller_id, token, customer_id)
            select :controller, t.token, t.customer_id
              from unnest(:tokens, :customers) as t(token, customer_id)
            on conflict on constraint search_token_pk do nothing\
            """)
        .bind("controller", controller)
        .bind("tokens", ByteaArray.of(tokens))
        .bindArray("customers", CustomerId.class, customers)
        .execute();
  }

  /** Customers of the viewer that have all tokens, by id, after {@code after}. */
  static List<CustomerId> candidates(
      Handle handle,
      ControllerId controller,
      Viewer viewer,
      List<SearchTerms.Token> tokens,
      @Nullable UUID after,
      int limit) {
    StringBuilder sql =
        new StringBuilder(
            """
            select distinct s.customer_id from search_token s
             where s.controller_id = :controller and s.token = any(:token0)
               and s.customer_id > :after\
            """);
    for (int i = 1; i < tokens.size(); i++) {
      sql.append(
          """

             and exists (select 1 from search_token t
                          where t.controller_id = s.controller_id and t.token = any(:token%d)
                            and t.customer_id = s.customer_id)\
          """
              .formatted(i));
    }
    Query query =
        handle
            .createQuery(
                sql.append(own(viewer)).append("\n order by s.customer_id limit :limit").toString())
            .bind("controller", controller)
            .bind("after", after == null ? new UUID(0, 0) : after)
            .bind("limit", limit);
    if (!viewer.wholeController()) {
      query.bind("employee", viewer.employeeNo());
      if (viewer.branch() != null) {
        query.bind("branch", viewer.branch());
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      query.bind("token" + i, ByteaArray.of(tokens.get(i).values()));
    }
    return query.map((row, context) -> new CustomerId(row.getObject(1, UUID.class))).list();
  }

  private static String own(Viewer viewer) {
    if (viewer.wholeController()) {
      return "";
    }
    return viewer.branch() == null ? OF_EMPLOYEE : OF_BRANCH;
  }
}
