package org.shouxin.consent.guardianship;

/** The role in which somebody decides about a person's consent (R-CN-02). */
public enum DecidedAs {
  SELF,
  /** For a child under 14 (PIPL 31). */
  GUARDIAN,
  /** Asks, or ends a consent on the controller's side; never gives one. */
  STAFF
}
