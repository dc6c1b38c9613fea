package org.shouxin.records.disclosure.mask;

/** How much of a value a mask shows (DR-07). What P shows is a subset of what W shows. */
public enum MaskLevel {
  /** Working level: staff. */
  W,
  /** Partner level: partners, notices, exports. */
  P
}
