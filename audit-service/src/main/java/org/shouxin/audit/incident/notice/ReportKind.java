package org.shouxin.audit.incident.notice;

/** Reports to authorities, each with the clock that it stops (DR-14). */
public enum ReportKind {
  FIRST("K-09"),
  WRITTEN("K-10"),
  PROGRESS("K-11"),
  CAC("K-12"),
  FINAL_NFRA("K-13-NFRA"),
  FINAL_CAC("K-13-CAC"),
  MINORS("K-15-REPORT");

  private final String clock;

  ReportKind(String clock) {
    this.clock = clock;
  }

  public String clock() {
    return clock;
  }

  /** Final reports are about an incident whose handling has ended. */
  public boolean isFinal() {
    return this == FINAL_NFRA || this == FINAL_CAC;
  }
}
