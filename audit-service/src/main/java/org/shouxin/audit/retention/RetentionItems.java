package org.shouxin.audit.retention;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shouxin.platform.identity.ControllerId;

/**
 * What is kept until when, as destruction needs it. A record is due when every class that applies
 * to it has run out and no hold in force covers it; an identity file only once nothing else of the
 * person is kept any longer, since its key opens everything else.
 */
@Singleton
public class RetentionItems {
  private static final int PAGE = 500;
  private static final String MOVE =
      """
      update retention_item
         set state = case when :state = 'KEPT' and restriction_basis is not null then 'RESTRICTED' else :state end
       where controller_id = :controller and subject_ref = :subject and store = :store
         and record_ref = :record and state <> 'DESTROYED'\
      """;

  private final KeptRecords records;

  @Inject
  RetentionItems(KeptRecords records) {
    this.records = records;
  }

  /** At most so many records to be destroyed as of a day; none that is held. */
  public List<DueItem> due(Handle handle, ControllerId controller, LocalDate today, int most) {
    List<DueItem> due = new ArrayList<>();
    List<KeptRecord> page =
        records.overdue(handle, controller, today, KeptRecords.Position.START, PAGE);
    while (!page.isEmpty() && due.size() < most) {
      page.stream()
          .filter(
              record -> Precedence.decide(record.facts()).outcome() == Precedence.Outcome.DESTROY)
          .limit(most - due.size())
          .map(KeptRecord::dueItem)
          .forEach(due::add);
      KeptRecords.Position last = KeptRecords.Position.after(page.getLast());
      page = records.overdue(handle, controller, today, last, PAGE);
    }
    return due;
  }

  /** They stand in a destruction plan. */
  public void planned(Handle handle, Collection<DueItem> items) {
    move(handle, items, "PLANNED");
  }

  /** They are gone; this never changes again. */
  public void destroyed(Handle handle, Collection<DueItem> items) {
    move(handle, items, "DESTROYED");
  }

  /** A plan that held them came to nothing: they are as they were. */
  public void released(Handle handle, Collection<DueItem> items) {
    move(handle, items, "KEPT");
  }

  private static void move(Handle handle, Collection<DueItem> items, String state) {
    if (items.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(MOVE);
    items.forEach(item ->
        batch
            .bind("state", state)
            .bind("controller", item.controllerId())
            .bind("subject", item.subjectRef())
            .bind("store", item.store())
            .bind("record", item.recordRef())
            .add());
    batch.execute();
  }
}
