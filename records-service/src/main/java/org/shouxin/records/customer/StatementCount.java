package org.shouxin.records.customer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** How much was said of people, without opening any of it. */
public final class StatementCount {
  private StatementCount() {}

  /**
   * Holds the person until the transaction ends; false when something was said of her since she was
   * loaded, for example by somebody who chose in the same moment.
   */
  public static boolean isAsLoaded(Handle handle, SealedCustomer customer) {
    handle
        .createQuery("select id from customer where controller_id = ? and id = ? for update")
        .bind(0, customer.controller())
        .bind(1, customer.id())
        .mapTo(UUID.class)
        .one();
    int stored =
        handle
            .createQuery(
                "select count(*) from customer_statement where controller_id = ? and customer_id = ?")
            .bind(0, customer.controller())
            .bind(1, customer.id())
            .mapTo(Integer.class)
            .one();
    return stored == customer.statements().size();
  }

  /**
   * Those of the given people of whom more than one thing was said, in the given order: only they
   * can be in a conflict.
   */
  public static List<CustomerId> moreThanOne(
      Handle handle, ControllerId controller, List<CustomerId> people) {
    Set<CustomerId> saidMore =
        new HashSet<>(
            handle
                .createQuery(
                    """
                    select customer_id from customer_statement
                     where controller_id = :controller and customer_id = any(:people)
                     group by customer_id having count(*) > 1\
                    """)
                .bind("controller", controller)
                .bindArray("people", CustomerId.class, people)
                .map((row, context) -> new CustomerId(row.getObject(1, UUID.class)))
                .list());
    return people.stream().filter(saidMore::contains).toList();
  }
}
