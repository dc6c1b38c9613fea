package org.shouxin.records.vault;

/** A stored value or wrapped key did not open: changed, moved, or of another key. Says no value. */
public final class SealBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SealBroken(String where, Throwable cause) {
    super("does not open: " + where, cause);
  }
}
