package org.shouxin.audit.retention;

import jakarta.inject.Singleton;
import java.time.LocalDate;
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
  private static final String DUE =
      """
      select distinct on (i.due_on, i.subject_ref, i.store, i.record_ref)
             i.controller_id, i.subject_ref, i.store, i.record_ref, i.class as retention_class,
             i.rule_version, i.due_on
        from retention_item i
       where i.controller_id = :controller and i.due_on < :today and i.state in ('KEPT', 'RESTRICTED')
         and not exists (select 1 from retention_item longer
                          where longer.controller_id = i.controller_id
                            and longer.subject_ref = i.subject_ref and longer.store = i.store
                            and longer.record_ref = i.record_ref
                            and coalesce(longer.due_on, 'infinity') > i.due_on)
         and not (i.kind = 'IDENTITY'
                  and exists (select 1 from retention_item other
                               where other.controller_id = i.controller_id
                                 and other.subject_ref = i.subject_ref and other.store = i.store
                                 and other.state <> 'DESTROYED'
                                 and coalesce(other.due_on, 'infinity') >= :today))
         and not exists (select 1 from legal_hold_in_force h
                          where h.controller_id = i.controller_id and h.subject_ref = i.subject_ref)
         and not exists (select 1 from held_item h
                          where h.controller_id = i.controller_id and h.subject_ref = i.subject_ref
                            and (i.kind = 'IDENTITY' or (h.store = i.store and h.record_ref = i.record_ref)))
       order by i.due_on, i.subject_ref, i.store, i.record_ref, i.class
       limit :most\
      """;

  private static final String MOVE =
      """
      update retention_item
         set state = case when :state = 'KEPT' and restriction_basis is not null then 'RESTRICTED' else :state end
       where controller_id = :controller and subject_ref = :subject and store = :store
         and record_ref = :record and state <> 'DESTROYED'\
      """;

  /** Records to be destroyed as of a day, those due first first; none that is held. */
  public List<DueItem> due(Handle handle, ControllerId controller, LocalDate today, int most) {
    return handle
        .createQuery(DUE)
        .bind("controller", controller)
        .bind("today", today)
        .bind("most", most)
        .mapTo(DueItem.class)
        .list();
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
