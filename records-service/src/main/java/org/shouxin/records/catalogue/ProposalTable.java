package org.shouxin.records.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/** SQL of grade_proposal. */
final class ProposalTable {
  private ProposalTable() {}

  static void insert(Handle handle, ControllerId controller, GradeProposal proposal) {
    GradeTable.bind(
            handle
                .createUpdate(
                    """
                    insert into grade_proposal
                      (controller_id, id, field, class, level, sensitive, mask_kind, for_customer,
                       for_partner, for_client_manager, for_supervisor, for_compliance,
                       for_auditor, basis, state, proposed_by, proposed_at)
                    values (:controller, :id, :field, :class, :level, :sensitive, :mask_kind,
                       :for_customer, :for_partner, :for_client_manager, :for_supervisor,
                       :for_compliance, :for_auditor, :basis, 'PROPOSED', :by, :at)\
                    """)
                .bind("controller", controller)
                .bind("id", proposal.id())
                .bind("basis", proposal.basis())
                .bind("by", proposal.proposedBy())
                .bind("at", proposal.proposedAt()),
            proposal.grade())
        .execute();
  }

  static Optional<GradeProposal> find(Handle handle, UUID id) {
    return list(handle, "where id = ?", id).stream().findFirst();
  }

  /** The newest 200. */
  static List<GradeProposal> list(Handle handle) {
    return list(handle, "order by proposed_at desc limit 200");
  }

  /** False when somebody else decided in the meantime. */
  static boolean decide(
      Handle handle, UUID id, GradeProposal.State outcome, String by, Instant now) {
    return handle.execute(
            "update grade_proposal set state = ?, decided_by = ?, decided_at = ?::timestamptz"
                + " where id = ? and state = 'PROPOSED'",
            outcome.name(),
            by,
            now.toString(),
            id)
        == 1;
  }

  private static List<GradeProposal> list(Handle handle, String which, Object... arguments) {
    var query = handle.createQuery("select * from grade_proposal " + which);
    for (int i = 0; i < arguments.length; i++) {
      query.bind(i, arguments[i]);
    }
    return query
        .map((row, context) ->
            new GradeProposal(
                row.getObject("id", UUID.class),
                GradeTable.read(row),
                row.getString("basis"),
                GradeProposal.State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant()))
        .list();
  }
}
