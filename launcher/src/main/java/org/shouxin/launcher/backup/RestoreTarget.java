package org.shouxin.launcher.backup;

/** How far a restore goes. */
public enum RestoreTarget {
  /** The moment of the backup, whose figures are known: everything can be compared. */
  STILL_POINT,
  /** The newest archived WAL, as after a disaster: what was written since the backup is there. */
  NEWEST
}
