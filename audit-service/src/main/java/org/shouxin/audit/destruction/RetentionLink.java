package org.shouxin.audit.destruction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.legalhold.Holds;
import org.shouxin.audit.retention.DueItem;
import org.shouxin.audit.retention.RetentionItems;
import org.shouxin.platform.identity.ControllerId;

/**
 * What retention and legal holds say about an item, and what they are told about it. A key opens
 * everything that the records store holds of a person, so a whole person counts for all of it.
 */
@Singleton
public class RetentionLink {
  private static final String MEDIA = "media";
  private static final String KEPT =
      "select exists (select 1 from retention_item i"
          + " where i.controller_id = :controller and i.subject_ref = :subject and i.store = :store"
          + " and (:record = '' or i.record_ref = :record) and i.state <> 'DESTROYED'"
          + " and (:store <> 'consent' or i.class = :class) and coalesce(i.due_on, 'infinity') >= :today"
          + " and not (:erasure and exists (select 1 from retention_rule r"
          + " where r.class = i.class and r.on_erasure in ('DELETE', 'ANONYMISE'))))";

  private final RetentionItems retention;
  private final Holds holds;

  @Inject
  RetentionLink(RetentionItems retention, Holds holds) {
    this.retention = retention;
    this.holds = holds;
  }

  /** Whether a legal hold in force lies on it; asked before each single item. */
  public boolean isHeld(
      Handle handle, ControllerId controller, String subjectRef, String recordRef) {
    return holds.on(handle, controller, subjectRef, recordRef).isPresent();
  }

  /**
   * Whether the law still keeps it on a day: then neither a plan nor a person's request destroys it
   * (hold over retention over erasure over purpose).
   */
  public boolean isKept(
      Handle handle, ControllerId controller, Cause cause, ScopeItem item, LocalDate today) {
    return handle
        .createQuery(KEPT)
        .bind("controller", controller)
        .bind("subject", item.subjectRef())
        .bind("store", item.store())
        .bind("record", item.recordRef())
        .bind("class", item.retentionClass())
        .bind("today", today)
        .bind("erasure", cause != Cause.RETENTION_ENDED)
        .mapTo(Boolean.class)
        .one();
  }

  void planned(Handle handle, ControllerId controller, List<ScopeItem> scope) {
    retention.planned(
        handle,
        scope.stream()
            .filter(item -> !item.isMedium())
            .map(item ->
                due(
                    controller,
                    item.subjectRef(),
                    item.store(),
                    item.recordRef(),
                    item.retentionClass(),
                    item.dueOn()))
            .toList());
  }

  void destroyed(Handle handle, Course.Plan plan, Item item) {
    if (item.store().equals(MEDIA)) {
      return;
    }
    retention.destroyed(handle, List.of(due(plan, item)));
    if (item.method() == Method.SHRED_KEY) {
      handle.execute(
          "update retention_item set state = 'DESTROYED' where controller_id = ?"
              + " and subject_ref = ? and store = 'records' and state <> 'DESTROYED'",
          plan.controllerId(),
          String.valueOf(item.subjectRef()));
    }
  }

  void released(Handle handle, Course.Plan plan, Item item) {
    if (!item.store().equals(MEDIA)) {
      retention.released(handle, List.of(due(plan, item)));
    }
  }

  private static DueItem due(Course.Plan plan, Item item) {
    return due(
        plan.controllerId(),
        item.subjectRef() == null ? "" : item.subjectRef().toString(),
        item.store(),
        item.recordRef(),
        item.retentionClass(),
        plan.dueOn());
  }

  private static DueItem due(
      ControllerId controller,
      String subject,
      String store,
      String recordRef,
      String retentionClass,
      LocalDate dueOn) {
    return new DueItem(controller, subject, store, recordRef, retentionClass, 0, dueOn);
  }
}
