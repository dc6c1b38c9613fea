package org.shouxin.records.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.customer.Fact;

/** SQL of correction. */
final class CorrectionTable {
  private CorrectionTable() {}

  static void insert(
      Handle handle,
      Actor proposer,
      Correction correction,
      byte @Nullable [] evidence,
      Instant now) {
    handle
        .createUpdate(
            """
            insert into correction
              (controller_id, id, customer_id, field, value, evidence, proposed_by, proposer_kind,
               proposed_at, state)
            values (:controller, :id, :customer, :field, :value, cast(:evidence as bytea), :by,
                    :kind, :at, 'PROPOSED')\
            """)
        .bind("controller", proposer.controller())
        .bind("id", correction.id())
        .bind("customer", correction.customer())
        .bind("field", correction.fact().wire())
        .bind("value", correction.sealedValue())
        .bind("evidence", evidence)
        .bind("by", correction.proposedBy())
        .bind("kind", proposer.kind().label())
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  static Optional<Correction> find(Handle handle, ControllerId controller, UUID id) {
    return handle
        .createQuery(
            """
            select id, customer_id, field, value, proposed_by, state from correction
             where controller_id = :controller and id = :id\
            """)
        .bind("controller", controller)
        .bind("id", id)
        .map((row, context) -> read(row))
        .findOne();
  }

  /** A proposal with the proposer's sealed words. */
  record WithEvidence(Correction correction, byte @Nullable [] evidence) {}

  static Optional<WithEvidence> findWithEvidence(Handle handle, ControllerId controller, UUID id) {
    return handle
        .createQuery(
            """
            select id, customer_id, field, value, evidence, proposed_by, state from correction
             where controller_id = :controller and id = :id\
            """)
        .bind("controller", controller)
        .bind("id", id)
        .map((row, context) -> new WithEvidence(read(row), row.getBytes("evidence")))
        .findOne();
  }

  /**
   * The oldest proposals of anybody else.
   *
   * @param after the last one seen, null from the oldest on; ids rise with time
   */
  static List<WaitingCorrection> listWaiting(
      Handle handle, ControllerId controller, String not, @Nullable UUID after, int most) {
    return handle
        .createQuery(
            """
            select id, customer_id, field, proposed_by, proposed_at from correction
             where controller_id = :controller and state = 'PROPOSED' and proposed_by <> :not
               and (cast(:after as uuid) is null or id > :after)
             order by id limit :most\
            """)
        .bind("controller", controller)
        .bind("not", not)
        .bind("after", after)
        .bind("most", most)
        .map((row, context) ->
            WaitingCorrection.of(
                row.getObject("id", UUID.class),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("field"),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** False when somebody else decided in the meantime. */
  static boolean decide(
      Handle handle, Actor decider, UUID id, Correction.State outcome, Instant now) {
    return handle
            .createUpdate(
                """
                update correction set state = :state, decided_by = :by, decided_at = :at
                 where controller_id = :controller and id = :id and state = 'PROPOSED'\
                """)
            .bind("state", outcome.name())
            .bind("by", decider.id())
            .bind("at", now.atOffset(ZoneOffset.UTC))
            .bind("controller", decider.controller())
            .bind("id", id)
            .execute()
        == 1;
  }

  private static Correction read(ResultSet row) throws SQLException {
    return new Correction(
        row.getObject("id", UUID.class),
        new CustomerId(row.getObject("customer_id", UUID.class)),
        Fact.find(row.getString("field")).orElseThrow(),
        row.getBytes("value"),
        row.getString("proposed_by"),
        Correction.State.valueOf(row.getString("state")));
  }
}
