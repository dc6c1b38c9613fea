package org.shouxin.audit.destruction;

import org.jspecify.annotations.Nullable;

/** How something is destroyed, by what it is (R-RC-11: method per media). */
public enum Method {
  /** The person's data key is destroyed, and with it the data in every copy; then the rows go. */
  SHRED_KEY,
  /** Rows are deleted; they name nobody, or their person stays. */
  DELETE_ROWS,
  /** A medium is overwritten. */
  OVERWRITE,
  /** A medium is shredded, degaussed or burnt. */
  PHYSICAL;

  /**
   * The method that the store demands; for a medium the one declared.
   *
   * @return null where nothing fits
   */
  static @Nullable Method fitting(String store, String recordRef, @Nullable Method declared) {
    return switch (store) {
      case "records" -> recordRef.isEmpty() ? SHRED_KEY : DELETE_ROWS;
      case "consent" -> DELETE_ROWS;
      case "audit" -> recordRef.isEmpty() ? null : DELETE_ROWS;
      case "media" -> declared == OVERWRITE || declared == PHYSICAL ? declared : null;
      default -> null;
    };
  }
}
