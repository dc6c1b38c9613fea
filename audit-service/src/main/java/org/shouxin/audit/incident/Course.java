package org.shouxin.audit.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.incident.duty.Grade;
import org.shouxin.audit.incident.duty.Owed;

/** What the steps of an incident come to: its state and the facts later steps ask for. */
record Course(IncidentRows.Row incident, List<Step> steps) {

  IncidentState state() {
    IncidentState state = new IncidentState.Opened();
    for (Step step : steps) {
      state = state.after(step.kind());
    }
    return state;
  }

  Optional<Step> last(StepKind kind) {
    return steps.reversed().stream().filter(step -> step.kind() == kind).findFirst();
  }

  boolean has(StepKind kind) {
    return last(kind).isPresent();
  }

  Grade grade() {
    return last(StepKind.ASSESSED)
        .map(step -> Grade.valueOf(step.detail().path("grade").asText()))
        .orElse(Grade.GENERAL);
  }

  boolean minors() {
    return last(StepKind.ASSESSED)
        .map(step -> step.detail().path("severity").path("minors").asBoolean())
        .orElse(false);
  }

  @Nullable Integer frozenVersion() {
    return last(StepKind.AFFECTED_FROZEN)
        .map(step -> step.detail().path("version").asInt())
        .orElse(null);
  }

  /** The detail of the last such step; a missing node when there is none. */
  JsonNode detail(StepKind kind) {
    return last(kind).map(Step::detail).orElseGet(MissingNode::getInstance);
  }

  /** An approval counts for the proposal that it followed, and a notice ends both. */
  NoticeDecision noticeDecision() {
    NoticeDecision decision = NoticeDecision.UNDECIDED;
    for (Step step : steps) {
      decision =
          switch (step.kind()) {
            case NOTICE_DECIDED -> NoticeDecision.NOTIFY;
            case NO_NOTICE_PROPOSED -> NoticeDecision.NO_NOTICE_PROPOSED;
            case NO_NOTICE_APPROVED -> NoticeDecision.NO_NOTICE;
            default -> decision;
          };
    }
    return decision;
  }

  Owed owed() {
    return new Owed(incident.controllerId(), incident.id(), incident.knownAt(), grade(), minors());
  }

  /** Whether persons are to be told individually. */
  enum NoticeDecision {
    UNDECIDED,
    NOTIFY,
    NO_NOTICE_PROPOSED,
    NO_NOTICE
  }
}
