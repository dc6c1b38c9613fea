package org.shouxin.launcher.backup;

/** A line of the erasure ledger (R-RC-08): a whole person, or one record of somebody who stays. */
sealed interface Erased permits ErasedPerson, DestroyedRecord {
  /** Data controller. */
  String controllerId();

  /** What makes two lines the same erasure. */
  String key();
}
