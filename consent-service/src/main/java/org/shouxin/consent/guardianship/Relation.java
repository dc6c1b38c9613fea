package org.shouxin.consent.guardianship;

/** What makes somebody a child's guardian (Civil Code 27, 29 to 32). */
enum Relation {
  PARENT,
  GRANDPARENT,
  SIBLING,
  /** By will, agreement, committee or court. */
  APPOINTED
}
