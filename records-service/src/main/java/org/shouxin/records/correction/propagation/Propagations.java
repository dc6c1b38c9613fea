package org.shouxin.records.correction.propagation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.duty.DutyPeriods;

/** Starts the way of a correction to its recipients, lists it, takes acknowledgements. */
@ApplicationScoped
public class Propagations {
  static final String SERVICE = "records-service";

  private final Database database;
  private final PropagationRows rows;
  private final NoticeRows notices;
  private final DutyPeriods periods;
  private final AuditOutbox outbox;
  private final Clock clock;

  Propagations(
      Database database,
      PropagationRows rows,
      NoticeRows notices,
      DutyPeriods periods,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.notices = notices;
    this.periods = periods;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** In the transaction that applies a correction: its clock, and a notice to each recipient. */
  public void start(
      Handle handle, ControllerId controller, UUID correction, CustomerId customer, String field) {
    Instant now = clock.instant();
    Instant dueAt = periods.get(handle, Propagation.CLOCK, BusinessTime.today(clock)).dueAfter(now);
    Propagation started =
        new Propagation(correction, customer, field, now, dueAt, null, null, null, null);
    rows.insert(handle, controller, started);
    outbox.record(handle, clockEvent(controller, started, "clock.started"));
    addRecipients(handle, controller, started);
  }

  /** Adds notices to recipients found by now that have none. */
  void addRecipients(Handle handle, ControllerId controller, Propagation propagation) {
    List<String> recipients =
        RecipientsOfField.list(handle, controller, propagation.customerId(), propagation.field());
    notices.add(handle, controller, propagation.correctionId(), recipients, clock.instant());
  }

  /** Stops the clock once nobody is left to acknowledge. */
  void stopWhenDone(Handle handle, ControllerId controller, UUID correction) {
    Propagation propagation = rows.lock(handle, correction);
    if (propagation.settledAt() != null
        && propagation.metAt() == null
        && !notices.hasOpen(handle, correction)) {
      rows.mark(handle, correction, PropagationRows.Mark.MET, clock.instant());
      outbox.record(handle, clockEvent(controller, propagation, "clock.met"));
    }
  }

  /** A recipient's own notices; fetching one counts as its delivery. Staff see all. */
  List<CorrectionNotice> list(Actor reader, boolean openOnly) {
    if (reader.kind() != ActorKind.PARTNER) {
      return database.read(
          reader.controller(), handle -> notices.list(handle, null, null, openOnly));
    }
    return database.write(
        reader.controller(),
        handle -> {
          for (CorrectionNotice notice :
              notices.list(handle, reader.requirePartner(), null, true)) {
            if (notices.delivered(handle, notice.id(), clock.instant())) {
              outbox.record(
                  handle,
                  event(AuditEvents.of(reader, "correction.propagated", clock), notice)
                      .channel("query")
                      .build());
            }
          }
          return notices.list(handle, reader.requirePartner(), null, openOnly);
        });
  }

  /**
   * The recipient says that its copy is right now; compliance may say so for a recipient that
   * answered by letter. Saying it again changes nothing.
   *
   * @throws ProblemException {@code NOT_FOUND} for another recipient's notice
   */
  CorrectionNotice acknowledge(Actor actor, UUID id) {
    return database.write(
        actor.controller(),
        handle -> {
          CorrectionNotice notice =
              notices
                  .find(handle, id)
                  .filter(found ->
                      actor.kind() != ActorKind.PARTNER
                          || found.recipientId().equals(actor.requirePartner()))
                  .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          rows.lock(handle, notice.correctionId());
          if (notices.acknowledge(handle, id, actor.id(), clock.instant())) {
            outbox.record(
                handle,
                event(AuditEvents.of(actor, "recipient.acknowledged", clock), notice).build());
            stopWhenDone(handle, actor.controller(), notice.correctionId());
          }
          return notices.find(handle, id).orElseThrow();
        });
  }

  List<Propagation> list(Handle handle, boolean overdueOnly) {
    return rows.list(handle, overdueOnly);
  }

  static AuditEvents event(AuditEvents events, CorrectionNotice notice) {
    return events
        .subject(notice.customerId())
        .recipient(notice.recipientId())
        .resource("correction", notice.correctionId().toString(), List.of(notice.field()));
  }

  org.shouxin.platform.audit.AuditEvent clockEvent(
      ControllerId controller, Propagation propagation, String type) {
    return AuditEvents.ofSystem(controller, SERVICE, type, clock)
        .subject(propagation.customerId())
        .resource("clock." + Propagation.CLOCK, propagation.correctionId().toString())
        .build();
  }
}
