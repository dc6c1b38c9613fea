package org.shouxin.records.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** SQL of export; bound to one controller by row-level security. */
final class ExportRows {
  private static final String COLUMNS =
      " id, requested_by, requester_branch, receiver, receiver_key, purpose, reference, format,"
          + " people, requested_at, decide_by, decided_by, fetch_by, produced_at, marked_rows ";
  private static final String SELECT = "select" + COLUMNS + "from export ";

  private ExportRows() {}

  static void insert(Handle handle, ControllerId controller, Export export) {
    handle
        .createUpdate(
            """
            insert into export
              (controller_id, id, requested_by, requester_branch, receiver, receiver_key, purpose,
               reference, format, people, requested_at, decide_by)
            values (:controller, :id, :by, :branch, :receiver, :key, :purpose, :reference, :format,
               :people, :at, :decideBy)\
            """)
        .bind("controller", controller)
        .bind("id", export.id())
        .bind("by", export.requestedBy())
        .bind("branch", export.requesterBranch())
        .bind("receiver", export.receiver())
        .bind("key", export.receiverKey())
        .bind("purpose", export.purpose())
        .bind("reference", export.reference())
        .bind("format", export.format())
        .bindArray("people", UUID.class, export.people())
        .bind("at", export.requestedAt())
        .bind("decideBy", export.decideBy())
        .execute();
  }

  static Optional<Export> find(Handle handle, UUID id) {
    return handle.createQuery(SELECT + "where id = ?").bind(0, id).mapTo(Export.class).findOne();
  }

  /** The newest 50 of an employee. */
  static List<Export> listOf(Handle handle, String employee) {
    return handle
        .createQuery(SELECT + "where requested_by = ? order by requested_at desc limit 50")
        .bind(0, employee)
        .mapTo(Export.class)
        .list();
  }

  /**
   * What waits for a decision; of one branch, or of all. Everybody's oldest before anybody's
   * second: nobody fills the list by asking often.
   */
  static List<Export> listWaiting(Handle handle, @Nullable String branch, Instant now) {
    return handle
        .createQuery(
            "select"
                + COLUMNS
                + """
                from (select e.*, row_number() over (partition by requested_by
                                                     order by requested_at) as turn
                        from export e
                       where (cast(:branch as text) is null or requester_branch = :branch)
                         and decided_at is null and decide_by > :now) waiting
                order by turn, requested_at limit 50\
                """)
        .bind("branch", branch)
        .bind("now", now)
        .mapTo(Export.class)
        .list();
  }

  /** Those that were fetched since a day, newest first: whose marks a sheet is compared with. */
  static List<Export> listProduced(Handle handle, Instant since, int most) {
    return handle
        .createQuery(SELECT + "where produced_at >= ? order by produced_at desc limit ?")
        .bind(0, since)
        .bind(1, most)
        .mapTo(Export.class)
        .list();
  }

  /** Decides a waiting export; empty when it does not wait any more: of two, one wins. */
  static Optional<Export> decide(
      Handle handle, UUID id, String by, Instant now, @Nullable Instant fetchBy) {
    return handle
        .createQuery(
            "update export set decided_by = :by, decided_at = :now,"
                + " fetch_by = cast(:until as timestamptz)"
                + " where id = :id and decided_at is null and decide_by > :now returning"
                + COLUMNS)
        .bind("by", by)
        .bind("now", now)
        .bind("until", fetchBy)
        .bind("id", id)
        .mapTo(Export.class)
        .findOne();
  }

  /** Marks it as fetched; false when it was, or its time is over. */
  static boolean produced(Handle handle, UUID id, Instant now, int rows) {
    return handle
            .createUpdate(
                "update export set produced_at = :now, marked_rows = :rows"
                    + " where id = :id and produced_at is null and fetch_by > :now")
            .bind("now", now)
            .bind("rows", rows)
            .bind("id", id)
            .execute()
        == 1;
  }

  /** Most people whom one of these roles may export at once. */
  static int most(Handle handle, Collection<String> roles, LocalDate today) {
    return handle
        .createQuery(
            """
            select coalesce(max(people_an_export), 0) from access_limit l
             where role = any(:roles) and effective_from =
               (select max(effective_from) from access_limit n where n.role = l.role and effective_from <= :today)\
            """)
        .bindArray("roles", String.class, List.copyOf(roles))
        .bind("today", today)
        .mapTo(Integer.class)
        .one();
  }
}
