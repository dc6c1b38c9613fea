package org.shouxin.records.customer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Writes and reads conflict_choice. */
public final class ConflictChoices {
  private ConflictChoices() {}

  /** What is chosen. */
  public record Choice(ControllerId controller, CustomerId customer, UUID statement, Fact fact) {}

  /** Who chose. */
  public record Chooser(String chosenBy, boolean supervising) {}

  /** Notes a choice; the same person choosing again changes nothing. */
  public static void add(Handle handle, Choice choice, Chooser by, Instant at) {
    handle
        .createUpdate(
            """
            insert into conflict_choice
              (controller_id, customer_id, statement_id, fact, chosen_by, supervising, chosen_at)
            values (:controller, :customer, :statement, :fact, :by, :supervising, :at)
            on conflict do nothing\
            """)
        .bind("controller", choice.controller())
        .bind("customer", choice.customer())
        .bind("statement", choice.statement())
        .bind("fact", choice.fact().name())
        .bind("by", by.chosenBy())
        .bind("supervising", by.supervising())
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Everyone who chose this statement for this fact, the first first. */
  public static List<Chooser> list(Handle handle, Choice choice) {
    return handle
        .createQuery(
            """
            select chosen_by, supervising from conflict_choice
             where controller_id = :controller and customer_id = :customer
               and statement_id = :statement and fact = :fact
             order by chosen_at, chosen_by\
            """)
        .bind("controller", choice.controller())
        .bind("customer", choice.customer())
        .bind("statement", choice.statement())
        .bind("fact", choice.fact().name())
        .mapTo(Chooser.class)
        .list();
  }
}
