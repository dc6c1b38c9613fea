package org.shouxin.consent.position;

/** How a token stands to what HR last said of its employee (R-AC-03). */
public enum PositionStanding {
  /** HR has said nothing, or the token fits the position. */
  HELD,
  /** The employee left, or the token is of an earlier position. */
  ENDED,
  /** The employee is on the ban register. */
  BANNED
}
