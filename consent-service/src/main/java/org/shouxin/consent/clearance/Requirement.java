package org.shouxin.consent.clearance;

/** What a certificate takes (R-AC-06). */
enum Requirement {
  HOURS,
  TEST,
  AGREEMENT,
  PLEDGE
}
