package org.shouxin.audit.destruction;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a plan is to destroy.
 *
 * @param subject customer id; null for a medium and for a file of audit-service
 * @param store records, consent, audit or media
 * @param recordRef the owner's id of the record; empty for everything of the person in that store
 *     and class; a medium's serial number
 * @param retentionClass RT- number of DR-09, or MEDIUM
 * @param method needed for a medium only
 * @param dueOn since when it is due
 */
public record ScopeItem(
    @Nullable UUID subject,
    String store,
    String recordRef,
    String retentionClass,
    @Nullable Method method,
    LocalDate dueOn) {

  public boolean isMedium() {
    return store.equals("media");
  }

  /** True for what belongs to no person: a medium, or a file of audit-service itself. */
  boolean isOfNobody() {
    return isMedium() || store.equals("audit");
  }

  /** The person as retention names her; empty for a file of nobody. */
  String subjectRef() {
    return subject == null ? "" : subject.toString();
  }
}
