package org.shouxin.audit.retention;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How due days moved: both versions of the law and both days (R-RC-09). */
@Singleton
class DueChanges {
  private static final String OF_SUBJECT =
      "select i.store, i.record_ref, i.class as retention_class, c.changed_at, c.from_version,"
          + " c.from_due_on, c.to_version, c.to_due_on"
          + " from retention_item i join retention_due_change c"
          + " on c.controller_id = i.controller_id and c.item_id = i.id"
          + " where i.subject_ref = ? order by c.changed_at, i.id";

  /** A move of one record's due day. */
  public record Moved(
      String store,
      String recordRef,
      String retentionClass,
      Instant changedAt,
      int fromVersion,
      @Nullable LocalDate fromDueOn,
      int toVersion,
      @Nullable LocalDate toDueOn) {}

  /** The moves of a person's records, oldest first. */
  List<Moved> ofSubject(Handle handle, String subjectRef) {
    return handle.createQuery(OF_SUBJECT).bind(0, subjectRef).mapTo(Moved.class).list();
  }
}
