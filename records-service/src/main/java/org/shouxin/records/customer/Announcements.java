package org.shouxin.records.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** What consent-service is still to be told of people, left in the transaction that learns it. */
public final class Announcements {
  private static final int AGE = 14;

  private Announcements() {}

  /** Why a person is announced. */
  public enum Kind {
    /** Under 14, or found not to be: a guardian decides (PIPL 31). */
    CHILD,
    /** Somebody else gave her data: she is informed herself (DR-10). */
    INSURED,
    /** She moved to another controller (R-BT-05). */
    DEPARTED
  }

  /** One that waits, as of its last cause. */
  public record Waiting(
      ControllerId controller, CustomerId customer, Kind kind, Instant recordedAt) {}

  /** From which day on a person decides about her consents herself. */
  public static LocalDate fourteenOn(LocalDate birthDate) {
    return birthDate.plusYears(AGE);
  }

  /** Whether a guardian decides for her (PIPL 31), by what one source says. */
  public static boolean isChild(PersonFacts said, LocalDate today) {
    return Birth.of(said).map(born -> fourteenOn(born).isAfter(today)).orElse(false);
  }

  /** Leaves announcements; one that waits already is not doubled, it waits for the newer cause. */
  public static void add(
      Handle handle,
      ControllerId controller,
      Kind kind,
      Collection<CustomerId> customers,
      Instant now) {
    if (customers.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            insert into announcement (controller_id, customer_id, kind, recorded_at)
            select :controller, c.id, :kind, :at from unnest(:ids) as c(id)
            on conflict on constraint announcement_pk do update set recorded_at = excluded.recorded_at\
            """)
        .bind("controller", controller)
        .bind("kind", kind.name())
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .bindArray("ids", CustomerId.class, List.copyOf(customers))
        .execute();
  }

  /** The oldest that wait, of one kind, over all controllers. */
  public static List<Waiting> listWaiting(Handle handle, Kind kind, int most) {
    return handle
        .createQuery(
            """
            select controller_id, customer_id, recorded_at from announcement
             where kind = :kind order by recorded_at limit :most\
            """)
        .bind("kind", kind.name())
        .bind("most", most)
        .map((row, context) ->
            new Waiting(
                new ControllerId(row.getString(1)),
                new CustomerId(row.getObject(2, UUID.class)),
                kind,
                row.getObject(3, OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Takes away what was told, unless there is a newer cause to tell it again. */
  public static void told(Handle handle, List<Waiting> told) {
    told.forEach(one ->
        handle
            .createUpdate(
                "delete from announcement where controller_id = ? and customer_id = ? and kind = ?"
                    + " and recorded_at = ?")
            .bind(0, one.controller())
            .bind(1, one.customer())
            .bind(2, one.kind().name())
            .bind(3, one.recordedAt().atOffset(ZoneOffset.UTC))
            .execute());
  }
}
