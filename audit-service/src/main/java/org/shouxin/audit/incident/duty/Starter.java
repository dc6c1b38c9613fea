package org.shouxin.audit.incident.duty;

/** What starts clocks. */
public enum Starter {
  OPENED,
  ASSESSED,
  FIRST_REPORT,
  ENDED,
  DECIDED
}
