package org.shouxin.launcher.backup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * A record that a witnessed destruction removed (R-RC-11) while its person's key may live on; ids
 * only. A restore has no key to destroy here: the rows themselves have to go again.
 *
 * @param subjectRef the person; null for a file that is about nobody in particular
 * @param kind what the log calls it: {@code record}, {@code consent.RT-06}, {@code incident} ...
 * @param recordRef its owner's id; empty for all of the person in that class
 * @param destroyedAt ISO instant
 */
record DestroyedRecord(
    String controllerId,
    @Nullable String subjectRef,
    String kind,
    String recordRef,
    String destroyedAt)
    implements Erased {
  private static final String CONSENT = "consent.";

  @Override
  public String key() {
    return controllerId
        + "/"
        + (subjectRef == null ? "-" : subjectRef)
        + " "
        + kind
        + " "
        + (isClass() ? destroyedAt : recordRef);
  }

  /** Whether it was all of the person in a class; once more is another destruction then. */
  @JsonIgnore
  boolean isClass() {
    return recordRef.isEmpty();
  }

  @Nullable UUID person() {
    return subjectRef == null ? null : UUID.fromString(subjectRef);
  }

  /** The database that holds such records. */
  DatabaseName database() {
    if (kind.equals("record")) {
      return DatabaseName.RECORDS;
    }
    return kind.startsWith(CONSENT) ? DatabaseName.CONSENT : DatabaseName.AUDIT;
  }

  /** Its retention class, where the kind names one. */
  String retentionClass() {
    return kind.substring(CONSENT.length());
  }
}
