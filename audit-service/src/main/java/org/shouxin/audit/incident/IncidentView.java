package org.shouxin.audit.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.incident.affected.AffectedList;
import org.shouxin.audit.incident.duty.ClockView;
import org.shouxin.audit.incident.notice.IncidentReports;
import org.shouxin.audit.incident.notice.Progress;

/**
 * An incident as its readers see it.
 *
 * @param frozenVersion the list of affected persons that notices go to; null before it is frozen
 * @param noticeDecision UNDECIDED, NOTIFY, NO_NOTICE_PROPOSED, NO_NOTICE
 * @param progress of the newest notice; null before one was issued to somebody
 * @param drillScore of a closed drill
 */
public record IncidentView(
    UUID id,
    boolean drill,
    String state,
    String sourceKind,
    String sourceReference,
    Instant knownAt,
    Instant openedAt,
    String openedBy,
    @Nullable Assessment assessment,
    List<AffectedList> affected,
    @Nullable Integer frozenVersion,
    List<ClockView> clocks,
    List<IncidentReports.Submitted> reports,
    String noticeDecision,
    @Nullable Progress progress,
    List<Taken> steps,
    @Nullable DrillScore drillScore) {

  /** A step that was taken. */
  public record Taken(String kind, Instant at, String employeeNo) {}

  /**
   * How a drill went (R-IN-01).
   *
   * @param score per cent of the clocks that were met in time
   */
  public record DrillScore(int score, int clocksMet, int clocksBreached, String lessons) {}
}
