package org.shouxin.launcher.backup;

/** Whether a restored server has to survive a power cut. */
enum Durability {
  /** Thrown away after the drill. */
  SCRATCH,
  /** Somebody works with it afterwards. */
  KEPT
}
