package org.shouxin.records.correction.propagation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/** SQL of propagation; bound to one controller by row-level security. */
@ApplicationScoped
class PropagationRows {
  private static final String COLUMNS =
      "select correction_id, customer_id, field, started_at, due_at, settled_at, alarmed_at,"
          + " breached_at, met_at from propagation ";

  void insert(Handle handle, ControllerId controller, Propagation started) {
    handle
        .createUpdate(
            """
            insert into propagation
              (controller_id, correction_id, customer_id, field, started_at, due_at)
            values (?, ?, ?, ?, ?, ?)\
            """)
        .bind(0, controller)
        .bind(1, started.correctionId())
        .bind(2, started.customerId())
        .bind(3, started.field())
        .bind(4, started.startedAt())
        .bind(5, started.dueAt())
        .execute();
  }

  Optional<Propagation> find(Handle handle, UUID correction) {
    return handle
        .createQuery(COLUMNS + "where correction_id = ?")
        .bind(0, correction)
        .mapTo(Propagation.class)
        .findOne();
  }

  /** The same, held until the transaction ends. */
  Propagation lock(Handle handle, UUID correction) {
    return handle
        .createQuery(COLUMNS + "where correction_id = ? for update")
        .bind(0, correction)
        .mapTo(Propagation.class)
        .one();
  }

  /** Those whose recipients are to be looked for again; held, others skip them. */
  List<Propagation> takeUnsettled(Handle handle, Instant startedBefore) {
    return handle
        .createQuery(
            COLUMNS
                + "where met_at is null and settled_at is null and started_at <= ?"
                + " order by started_at limit 100 for update skip locked")
        .bind(0, startedBefore)
        .mapTo(Propagation.class)
        .list();
  }

  /** Open clocks that may have to alarm or were overrun; held, others skip them. */
  List<Propagation> takeAlarming(Handle handle, Instant now, Instant dueBefore) {
    return handle
        .createQuery(
            COLUMNS
                + "where met_at is null and ((alarmed_at is null and due_at <= :soon)"
                + " or (breached_at is null and due_at < :now))"
                + " order by due_at limit 100 for update skip locked")
        .bind("soon", dueBefore)
        .bind("now", now)
        .mapTo(Propagation.class)
        .list();
  }

  /** Newest first; only those overdue and still open when asked so. */
  List<Propagation> list(Handle handle, boolean overdueOnly) {
    return handle
        .createQuery(
            COLUMNS
                + "where not :overdue or (breached_at is not null and met_at is null)"
                + " order by started_at desc limit 200")
        .bind("overdue", overdueOnly)
        .mapTo(Propagation.class)
        .list();
  }

  void mark(Handle handle, UUID correction, Mark mark, Instant when) {
    handle
        .createUpdate(
            "update propagation set "
                + mark.column
                + " = coalesce("
                + mark.column
                + ", ?) where correction_id = ?")
        .bind(0, when)
        .bind(1, correction)
        .execute();
  }

  /** The times a propagation gathers. */
  enum Mark {
    SETTLED("settled_at"),
    ALARMED("alarmed_at"),
    BREACHED("breached_at"),
    MET("met_at");

    private final String column;

    Mark(String column) {
      this.column = column;
    }
  }
}
