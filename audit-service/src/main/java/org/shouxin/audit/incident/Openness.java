package org.shouxin.audit.incident;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.incident.duty.ClockView;
import org.shouxin.audit.incident.notice.Progress;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** What keeps an incident open; pure, so that each reason is seen by itself. */
final class Openness {
  private Openness() {}

  /** Everything that keeps it from being closed. */
  static List<Problem.Fault> of(
      Course course, List<ClockView> clocks, @Nullable Progress progress) {
    List<Problem.Fault> open = new ArrayList<>();
    clocks.stream()
        .filter(ClockView::runs)
        .forEach(clock ->
            open.add(new Problem.Fault(clock.code(), "CLOCK_OPEN", "due " + clock.dueAt())));
    if (!course.has(StepKind.NOTIFIED)) {
      open.addAll(ofNotices(course, progress));
      open.add(new Problem.Fault("notification", "NOT_SETTLED", "persons are not settled"));
    }
    if (!course.has(StepKind.REVIEWED)) {
      open.add(new Problem.Fault("review", "NO_REVIEW_REPORT", "the review report is missing"));
    }
    return open;
  }

  /** What keeps the persons from being settled. */
  static List<Problem.Fault> ofNotices(Course course, @Nullable Progress progress) {
    List<Problem.Fault> open = new ArrayList<>();
    switch (course.noticeDecision()) {
      case UNDECIDED, NO_NOTICE_PROPOSED ->
          open.add(new Problem.Fault("notices", "UNDECIDED", "to notify or not is undecided"));
      case NO_NOTICE -> {
        // Decided with four eyes: nobody is to be told one by one.
      }
      case NOTIFY -> {
        if (progress != null && progress.waiting() > 0) {
          open.add(
              new Problem.Fault("notices", "NOTICES_WAITING", progress.waiting() + " to be sent"));
        }
        if (progress != null
            && progress.undelivered() > 0
            && !course.has(StepKind.UNDELIVERED_DECIDED)) {
          open.add(
              new Problem.Fault(
                  "notices",
                  "NOTICES_UNDELIVERED",
                  progress.undelivered() + " undelivered without a decision"));
        }
      }
    }
    return open;
  }

  /** Refuses when anything is open, naming all of it. */
  static void requireNone(List<Problem.Fault> open) {
    if (!open.isEmpty()) {
      throw new ProblemException(
          ProblemCode.INCIDENT_NOT_CLOSABLE,
          String.join(
              "; ", open.stream().map(fault -> fault.field() + ": " + fault.code()).toList()),
          open);
    }
  }
}
