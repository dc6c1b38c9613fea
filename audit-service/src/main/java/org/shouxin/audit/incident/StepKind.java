package org.shouxin.audit.incident;

/** What is done about an incident, each step with the audit event that tells it. */
enum StepKind {
  ASSESSED("incident.assessed"),
  CONTAINED("incident.contained"),
  AFFECTED_FROZEN("incident.affected.frozen"),
  REPORT_SUBMITTED("incident.report.submitted"),
  NOTICE_DECIDED("incident.notice.issued"),
  NO_NOTICE_PROPOSED("incident.no_notice.proposed"),
  NO_NOTICE_APPROVED("incident.no_notice.approved"),
  UNDELIVERED_DECIDED("incident.undelivered.decided"),
  ALL_REPORTED("incident.reported"),
  NOTIFIED("incident.notified"),
  REVIEWED("incident.reviewed"),
  CLOSED("incident.closed");

  /** Instead of the submission's own event: in a drill nothing is submitted. */
  private static final String REHEARSED = "drill.report.rehearsed";

  private final String event;

  StepKind(String event) {
    this.event = event;
  }

  String event(boolean drill) {
    return drill && this == REPORT_SUBMITTED ? REHEARSED : event;
  }
}
