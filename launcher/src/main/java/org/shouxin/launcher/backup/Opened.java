package org.shouxin.launcher.backup;

/** How far somebody with the restored databases and the mounted keysets gets with one person. */
enum Opened {
  /** No key, no row: she is gone. */
  NOTHING,
  /** Rows that lead to her, such as a blind index, but no key. */
  TRACES,
  /** A wrapped key that no mounted keyset opens. */
  WRAPPED_KEY,
  /** Her data key. */
  KEY,
  /** Her name in plain text. */
  VALUE
}
