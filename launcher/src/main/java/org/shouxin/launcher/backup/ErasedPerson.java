package org.shouxin.launcher.backup;

/**
 * Somebody whose data key was destroyed; ids only.
 *
 * @param subjectRef the pseudonym under which the log and the databases know the person
 * @param destroyedAt ISO instant
 */
record ErasedPerson(String controllerId, String subjectRef, String destroyedAt) {
  /** What makes two lines the same person. */
  String key() {
    return controllerId + "/" + subjectRef;
  }
}
