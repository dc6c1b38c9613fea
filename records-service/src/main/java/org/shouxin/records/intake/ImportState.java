package org.shouxin.records.intake;

/** Where an import is. */
public enum ImportState {
  RUNNING,
  COMPLETED,
  /** The same file was imported before; nothing was imported again. */
  IMPORT_DUPLICATE,
  /** The file turned out unreadable on the way; rows before that are kept. */
  FAILED
}
