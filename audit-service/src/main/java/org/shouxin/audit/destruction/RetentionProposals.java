package org.shouxin.audit.destruction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.retention.DestructionProposals;
import org.shouxin.audit.retention.DueItem;
import org.shouxin.platform.identity.ControllerId;

/** What retention finds due, and what a person's request ends, becomes a plan. */
@Singleton
class RetentionProposals implements DestructionProposals {
  private final Plans plans;

  @Inject
  RetentionProposals(Plans plans) {
    this.plans = plans;
  }

  @Override
  public void propose(
      Handle handle,
      ControllerId controller,
      DestructionProposals.Cause cause,
      List<DueItem> items,
      String proposer) {
    plans.propose(
        handle,
        controller,
        switch (cause) {
          case RETENTION_ENDED -> org.shouxin.audit.destruction.Cause.RETENTION_ENDED;
          case ERASURE_REQUEST -> org.shouxin.audit.destruction.Cause.ERASURE_REQUEST;
        },
        items.stream().map(RetentionProposals::scope).toList(),
        proposer);
  }

  private static ScopeItem scope(DueItem item) {
    return new ScopeItem(
        item.subjectRef().isEmpty() ? null : UUID.fromString(item.subjectRef()),
        item.store(),
        item.recordRef(),
        item.retentionClass(),
        null,
        item.dueOn());
  }
}
