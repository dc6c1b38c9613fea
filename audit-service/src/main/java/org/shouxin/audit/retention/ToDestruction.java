package org.shouxin.audit.retention;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.time.BusinessTime;

/**
 * Hands records over to destruction, files of audit-service itself among them, and notes that they
 * are planned.
 */
@Singleton
class ToDestruction {
  private final Instance<DestructionProposals> destruction;
  private final RetentionItems items;
  private final Clock clock;

  @Inject
  ToDestruction(Instance<DestructionProposals> destruction, RetentionItems items, Clock clock) {
    this.destruction = destruction;
    this.items = items;
    this.clock = clock;
  }

  /**
   * Proposes one plan with all of them; what a person asked for is due from today.
   *
   * @return how many are planned now
   */
  int propose(
      Handle handle,
      ControllerId controller,
      DestructionProposals.Cause cause,
      List<KeptRecord> records,
      String proposer) {
    List<DueItem> handed =
        records.stream()
            .map(record ->
                switch (cause) {
                  case RETENTION_ENDED -> record.dueItem();
                  case ERASURE_REQUEST -> record.dueOn(BusinessTime.today(clock));
                })
            .toList();
    if (handed.isEmpty() || !destruction.isResolvable()) {
      return 0;
    }
    destruction.get().propose(handle, controller, cause, handed, proposer);
    items.planned(handle, handed);
    return handed.size();
  }
}
