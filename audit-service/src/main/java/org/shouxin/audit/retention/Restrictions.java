package org.shouxin.audit.retention;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Restricts records to storage; owners learn it from {@link Standings}. */
@Singleton
class Restrictions {
  private static final String RESTRICT =
      """
      update retention_item
         set state = 'RESTRICTED', restriction_basis = :basis, restricted_until = :until
       where controller_id = :controller and subject_ref = :subject and store = :store
         and record_ref = :record and state in ('KEPT', 'RESTRICTED')\
      """;

  private final Standings standings;

  @Inject
  Restrictions(Standings standings) {
    this.standings = standings;
  }

  /**
   * Restricts records of one controller.
   *
   * @param basis PAST_PURPOSE, or ERASURE_REQUEST:id
   */
  void restrict(Handle handle, Collection<KeptRecord> records, String basis) {
    if (records.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(RESTRICT);
    for (KeptRecord record : records) {
      batch
          .bind("basis", basis)
          .bind("until", record.foreseeableOn())
          .bind("controller", record.controllerId())
          .bind("subject", record.subjectRef())
          .bind("store", record.store())
          .bind("record", record.recordRef())
          .add();
    }
    batch.execute();
    List<String> subjects =
        List.copyOf(
            records.stream().map(KeptRecord::subjectRef).collect(Collectors.toUnmodifiableSet()));
    standings.renew(handle, records.iterator().next().controllerId(), subjects);
  }
}
