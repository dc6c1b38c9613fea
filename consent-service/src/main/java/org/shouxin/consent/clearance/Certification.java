package org.shouxin.consent.clearance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.time.BusinessTime;

/** Issues the certificate with the step that was the last one missing, in its transaction. */
@ApplicationScoped
class Certification {
  private static final String INSERT =
      "insert into certificate (controller_id, id, person_id, issued_at, last_day, source,"
          + " import_id, minutes) values (?, ?, ?, ?, ?, ?, ?, ?)";

  private final Transcripts transcripts;
  private final AuditOutbox audit;
  private final Clock clock;

  Certification(Transcripts transcripts, AuditOutbox audit, Clock clock) {
    this.transcripts = transcripts;
    this.audit = audit;
    this.clock = clock;
  }

  /** Waits for other steps of the same person, so that two of them cannot both be the last. */
  void lock(Handle handle, String person) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 84))")
        .bind(0, person)
        .mapToMap()
        .one();
  }

  /** Issues a certificate when nothing is missing any more; a renewal adds to what is left. */
  void issueIfComplete(Handle handle, Actor actor, String person) {
    LocalDate today = BusinessTime.today(clock);
    ClearanceRule rule = ClearanceRule.inForce(handle, today);
    Transcripts.Progress progress = transcripts.progress(handle, person, rule);
    if (progress.missing(rule).isEmpty()) {
      LocalDate before = progress.lastDay();
      LocalDate from = before == null || before.isBefore(today) ? today : before;
      LocalDate lastDay = from.plusMonths(rule.validMonths());
      insert(handle, actor.controller(), person, lastDay, null, progress.minutes());
      audit.record(
          handle,
          AuditEvents.of(actor, "training.completed", clock)
              .resource("clearance", person)
              .concerns("employee:" + person)
              .count(progress.minutes())
              .build());
    }
  }

  void insert(
      Handle handle,
      ControllerId controller,
      String person,
      LocalDate lastDay,
      @Nullable UUID imported,
      int minutes) {
    handle
        .createUpdate(INSERT)
        .bind(0, controller)
        .bind(1, Ids.next())
        .bind(2, person)
        .bind(3, clock.instant())
        .bind(4, lastDay)
        .bind(5, imported == null ? "EARNED" : "IMPORTED")
        .bindByType(6, imported, UUID.class)
        .bind(7, minutes)
        .execute();
  }
}
