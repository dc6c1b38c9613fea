package org.shouxin.platform.outbox;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvent;

/**
 * Where a service leaves its audit events (promise 1). Changes commit together with theirs; reads
 * wait until theirs is durable, sharing one commit with all other reads of the moment.
 */
@ApplicationScoped
public class AuditOutbox {
  private final OutboxRows rows;
  private final GroupCommit groupCommit;
  private final OutboxRelay relay;
  private final RecordedAnswers answers;

  @Inject
  AuditOutbox(
      OutboxRows rows, GroupCommit groupCommit, OutboxRelay relay, RecordedAnswers answers) {
    this.rows = rows;
    this.groupCommit = groupCommit;
    this.relay = relay;
    this.answers = answers;
  }

  /** Writes events into the caller's transaction: they exist exactly when the change does. */
  public void record(Handle transaction, AuditEvent... events) {
    record(transaction, List.of(events));
  }

  /** Writes events into the caller's transaction: they exist exactly when the change does. */
  public void record(Handle transaction, List<AuditEvent> events) {
    rows.insert(transaction, rows.encode(events));
    transaction.afterCommit(relay::wakeSoon);
  }

  /**
   * Returns when the events are durable; the caller then may answer.
   *
   * @throws org.shouxin.platform.problem.ProblemException {@code AUDIT_UNAVAILABLE} when they could
   *     not be stored in time, {@code OVERLOADED} when too many wait: nothing may be answered then
   */
  public void recordDurably(List<AuditEvent> events) {
    groupCommit.append(rows.encode(events));
    if (Arc.container().requestContext().isActive()) {
      // Work of our own has no request to answer.
      answers.recorded();
    }
  }
}
