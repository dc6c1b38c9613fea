package org.shouxin.launcher.backup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/**
 * Somebody whose data key was destroyed; ids only.
 *
 * @param subjectRef the pseudonym under which the log and the databases know the person
 * @param destroyedAt ISO instant
 */
record ErasedPerson(String controllerId, String subjectRef, String destroyedAt) implements Erased {
  @JsonIgnore
  UUID id() {
    return UUID.fromString(subjectRef);
  }

  @Override
  public String key() {
    return controllerId + "/" + subjectRef;
  }
}
