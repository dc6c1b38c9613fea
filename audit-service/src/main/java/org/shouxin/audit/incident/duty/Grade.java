package org.shouxin.audit.incident.duty;

/** Grades of an incident, lowest first: 一般、较大、重大、特别重大. */
public enum Grade {
  GENERAL,
  LARGER,
  MAJOR,
  ESPECIALLY_MAJOR;

  boolean reaches(Grade other) {
    return compareTo(other) >= 0;
  }
}
