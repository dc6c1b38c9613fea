package org.shouxin.records.correction.propagation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.duty.DutyPeriods;
import org.shouxin.records.vault.Vault;

/**
 * Brings notices to recipients, at least once and with growing pauses, and looks at the K-08
 * clocks. Safe on every replica: whatever is worked on is claimed by a row lock first.
 */
@ApplicationScoped
class PropagationRun {
  static final int MOST_ATTEMPTS = 10;

  /** Longer than any read can take: consent-service twice, then the durable event. */
  static final Duration READS_ARE_OVER = Duration.ofSeconds(15);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final Database database;
  private final Vault vault;
  private final Propagations propagations;
  private final PropagationRows rows;
  private final NoticeRows notices;
  private final RecipientCall call;
  private final DutyPeriods periods;
  private final AuditOutbox outbox;
  private final Clock clock;

  PropagationRun(
      Database database,
      Vault vault,
      Propagations propagations,
      PropagationRows rows,
      NoticeRows notices,
      RecipientCall call,
      DutyPeriods periods,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.vault = vault;
    this.propagations = propagations;
    this.rows = rows;
    this.notices = notices;
    this.call = call;
    this.periods = periods;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(
      every = "{shouxin.correction.propagation-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    for (ControllerId controller : vault.controllers()) {
      settle(controller);
      database
          .read(controller, handle -> notices.listDue(handle, clock.instant()))
          .forEach(id -> deliver(controller, id));
      alarm(controller);
    }
  }

  private void settle(ControllerId controller) {
    database.write(
        controller,
        handle -> {
          Instant now = clock.instant();
          List<Propagation> open = rows.takeUnsettled(handle, now.minus(READS_ARE_OVER));
          for (Propagation each : open) {
            propagations.addRecipients(handle, controller, each);
            rows.mark(handle, each.correctionId(), PropagationRows.Mark.SETTLED, now);
            propagations.stopWhenDone(handle, controller, each.correctionId());
          }
          return open.size();
        });
  }

  private void deliver(ControllerId controller, UUID id) {
    Optional<CorrectionNotice> claimed =
        database.write(
            controller,
            handle -> {
              Instant now = clock.instant();
              CorrectionNotice notice = notices.find(handle, id).orElseThrow();
              return notices.claim(handle, id, now, now.plus(pauseAfter(notice.attempts() + 1)))
                  ? Optional.of(notice)
                  : Optional.empty();
            });
    claimed.ifPresent(notice -> conclude(controller, notice, call.send(controller, notice)));
  }

  private void conclude(
      ControllerId controller, CorrectionNotice notice, RecipientCall.Outcome outcome) {
    database.write(
        controller,
        handle -> {
          Instant now = clock.instant();
          switch (outcome) {
            case TAKEN -> {
              if (notices.delivered(handle, notice.id(), now)) {
                outbox.record(
                    handle,
                    event(controller, notice, "correction.propagated").channel("webhook").build());
              }
            }
            case NOT_TAKEN -> {
              if (notice.attempts() + 1 >= MOST_ATTEMPTS) {
                notices.giveUp(handle, notice.id(), now);
                outbox.record(
                    handle, event(controller, notice, "correction.undeliverable").build());
              }
            }
            case NO_WEBHOOK -> notices.tryAgain(handle, notice.id(), now.plus(LONGEST_PAUSE));
          }
          return notice;
        });
  }

  /** The pre-alarm before the end; the breach, which is compliance's overdue task. */
  private void alarm(ControllerId controller) {
    database.write(
        controller,
        handle -> {
          Instant now = clock.instant();
          DutyPeriods.Law law = periods.get(handle, Propagation.CLOCK, BusinessTime.today(clock));
          Instant soon = now.plus(Duration.ofHours(law.alarmHours().getFirst()));
          List<Propagation> alarming = rows.takeAlarming(handle, now, soon);
          for (Propagation each : alarming) {
            boolean breached = now.isAfter(each.dueAt());
            rows.mark(handle, each.correctionId(), PropagationRows.Mark.ALARMED, now);
            if (breached) {
              rows.mark(handle, each.correctionId(), PropagationRows.Mark.BREACHED, now);
            }
            outbox.record(
                handle,
                propagations.clockEvent(
                    controller, each, breached ? "clock.breached" : "clock.escalated"));
          }
          return alarming.size();
        });
  }

  private AuditEvents event(ControllerId controller, CorrectionNotice notice, String type) {
    return Propagations.event(
        AuditEvents.ofSystem(controller, Propagations.SERVICE, type, clock), notice);
  }

  static Duration pauseAfter(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
