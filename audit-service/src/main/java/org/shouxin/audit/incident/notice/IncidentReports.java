package org.shouxin.audit.incident.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.Actor;

/** Reports to authorities as they were submitted. */
@Singleton
public class IncidentReports {
  /** Stands for the authority's receipt number in a drill, where nothing is submitted. */
  public static final String DRILL = "DRILL";

  private static final String INSERT =
      "insert into incident_report (controller_id, incident_id, kind, sequence, body_zh, body_en,"
          + " sha256, submission, submitted_at, submitted_by)"
          + " select ?, ?, ?, count(*) + 1, ?, ?, ?, ?, ?, ? from incident_report"
          + " where incident_id = ? and kind = ?";

  /** A submitted report without its text. */
  public record Submitted(
      ReportKind kind,
      int sequence,
      String sha256,
      String submission,
      Instant submittedAt,
      String submittedBy) {}

  private final Clock clock;

  @Inject
  IncidentReports(Clock clock) {
    this.clock = clock;
  }

  /** Keeps a report that was submitted under the authority's receipt number. */
  public void submit(
      Handle handle,
      Actor actor,
      UUID incident,
      ReportKind kind,
      NoticeText text,
      String submission) {
    handle.execute(
        INSERT,
        actor.controller(),
        incident,
        kind.name(),
        text.zh(),
        text.en(),
        text.sha256(),
        submission,
        clock.instant(),
        actor.id(),
        incident,
        kind.name());
  }

  /** What was submitted, in order. */
  public List<Submitted> list(Handle handle, UUID incident) {
    return handle
        .createQuery(
            "select kind, sequence, sha256, submission, submitted_at, submitted_by"
                + " from incident_report where incident_id = ? order by submitted_at, kind")
        .bind(0, incident)
        .mapTo(Submitted.class)
        .list();
  }
}
