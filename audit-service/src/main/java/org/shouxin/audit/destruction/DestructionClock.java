package org.shouxin.audit.destruction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.time.BusinessTime;

/**
 * K-21: from the end of the due date to the certificate; pauses while a hold stops the plan
 * (DR-14).
 */
@Singleton
public class DestructionClock {
  /** Code in DR-14. */
  static final String CODE = "K-21";

  private static final String PERIOD =
      "select amount_days, recipient_days, absence_days from destruction_period"
          + " where code = 'K-21' and effective_from <= ? order by effective_from desc limit 1";

  /**
   * Periods in force, in calendar days.
   *
   * @param amountDays from the due date to the certificate
   * @param recipientDays a recipient's time to confirm
   * @param absenceDays an absent witness's time to give her word after all
   */
  public record Period(int amountDays, int recipientDays, int absenceDays) {}

  /** What the clock of a plan shows. */
  public record ClockReading(
      Instant startedAt,
      Instant dueAt,
      @Nullable Instant pausedAt,
      @Nullable Instant breachedAt,
      @Nullable Instant metAt) {}

  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  DestructionClock(OwnEvents audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** The period in force on a day. */
  public Period period(Handle handle, LocalDate day) {
    return handle.createQuery(PERIOD).bind(0, day).mapTo(Period.class).one();
  }

  void start(Handle handle, Course.Plan plan) {
    Period period = period(handle, BusinessTime.today(clock));
    Instant started = plan.dueOn().plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    Instant due =
        plan.dueOn()
            .plusDays(1 + period.amountDays())
            .atStartOfDay(BusinessTime.ZONE)
            .toInstant()
            .minusMillis(1);
    handle.execute(
        "insert into destruction_clock (controller_id, plan_id, started_at, due_at)"
            + " values (?, ?, ?, ?)",
        plan.controllerId(),
        plan.id(),
        started,
        due);
    report(handle, plan.controllerId(), plan.id(), "clock.started");
  }

  void pause(Handle handle, Course.Plan plan) {
    handle.execute(
        "update destruction_clock set paused_at = ? where controller_id = ? and plan_id = ?"
            + " and met_at is null and paused_at is null",
        clock.instant(),
        plan.controllerId(),
        plan.id());
  }

  void goOn(Handle handle, Course.Plan plan) {
    Instant now = clock.instant();
    handle.execute(
        "update destruction_clock set due_at = due_at + (? - paused_at), paused_at = null"
            + " where controller_id = ? and plan_id = ? and paused_at is not null",
        now,
        plan.controllerId(),
        plan.id());
  }

  /** The duty is met, or needs not be met any more. */
  public void stop(Handle handle, Course.Plan plan) {
    goOn(handle, plan);
    if (handle.execute(
            "update destruction_clock set met_at = ?"
                + " where controller_id = ? and plan_id = ? and met_at is null",
            clock.instant(),
            plan.controllerId(),
            plan.id())
        == 1) {
      report(handle, plan.controllerId(), plan.id(), "clock.met");
    }
  }

  Optional<ClockReading> find(Handle handle, Course.Plan plan) {
    return handle
        .createQuery(
            "select started_at, due_at, paused_at, breached_at, met_at from destruction_clock"
                + " where controller_id = ? and plan_id = ?")
        .bind(0, plan.controllerId())
        .bind(1, plan.id())
        .mapTo(ClockReading.class)
        .findOne();
  }

  /** Says once that the time ran out. */
  void breached(Handle handle, ControllerId controller, UUID plan) {
    if (handle.execute(
            "update destruction_clock set breached_at = ? where controller_id = ? and plan_id = ?"
                + " and breached_at is null and met_at is null",
            clock.instant(),
            controller,
            plan)
        == 1) {
      report(handle, controller, plan, "clock.breached");
    }
  }

  private void report(Handle handle, ControllerId controller, UUID plan, String type) {
    audit.record(
        handle,
        AuditEvents.ofSystem(controller, "audit-service", type, clock)
            .resource("clock." + CODE, plan.toString())
            .build());
  }
}
