package org.shouxin.audit.destruction;

/** What is done about a plan, each step with the audit event that tells it (story.md, step 20). */
public enum StepKind {
  PROPOSED("destruction.planned"),
  CHANGED("destruction.changed"),
  APPROVED("destruction.approved"),
  STARTED("destruction.started"),
  STOPPED("destruction.stopped"),
  EXECUTED("destruction.executed"),
  WITNESSED("destruction.witnessed"),
  WITNESS_ABSENT("destruction.witness.absent"),
  LOG_CONFIRMED("destruction.log.confirmed"),
  CERTIFIED("destruction.certified"),
  VOIDED("destruction.voided");

  private final String event;

  StepKind(String event) {
    this.event = event;
  }

  public String event() {
    return event;
  }
}
