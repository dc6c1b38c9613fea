package org.shouxin.audit.monitor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.audit.monitor.rule.ActorKey;
import org.shouxin.audit.monitor.rule.Contribution;
import org.shouxin.audit.monitor.rule.Interception;
import org.shouxin.audit.monitor.rule.Signal;

/** One step that an actor's score took, with its explanation. */
record Alert(
    UUID id,
    ActorKey actor,
    String role,
    Interception interception,
    double score,
    List<Contribution> contributions,
    String ruleVersion,
    long logIndex,
    Instant raisedAt,
    AlertState state) {

  List<Signal> signals() {
    return contributions.stream().map(Contribution::signal).toList();
  }
}
