package org.shouxin.audit.retention;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.ControllerId;

/** What the daily job does to a page of records, each as the table of precedence says. */
@Singleton
class RetentionSteps {
  private static final String PAST_PURPOSE = "PAST_PURPOSE";
  private static final String ACTOR = "audit-service";

  /**
   * One page of work; where the next begins, or nowhere.
   *
   * @param <P> a position of the walk
   */
  interface Step<P> {
    Optional<P> page(Handle handle, ControllerId controller, LocalDate today, P from, int most);
  }

  private final DueDates dueDates;
  private final KeptRecords records;
  private final Restrictions restrictions;
  private final ToDestruction destruction;
  private final RetentionRuns runs;
  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  RetentionSteps(
      DueDates dueDates,
      KeptRecords records,
      Restrictions restrictions,
      ToDestruction destruction,
      RetentionRuns runs,
      OwnEvents audit,
      Clock clock) {
    this.dueDates = dueDates;
    this.records = records;
    this.restrictions = restrictions;
    this.destruction = destruction;
    this.runs = runs;
    this.audit = audit;
    this.clock = clock;
  }

  /** Moves due dates with the law. */
  Optional<UUID> recompute(
      Handle handle, ControllerId controller, LocalDate today, UUID after, int most) {
    Optional<DueDates.Page> page =
        dueDates.page(handle, controller, after, most, today, clock.instant());
    page.ifPresent(
        done -> runs.add(handle, controller, today, RetentionRuns.Done.recomputed(done.moved())));
    return page.map(DueDates.Page::last);
  }

  /** Restricts what is past its purpose and within its period (PIPL 47 para 2). */
  Optional<KeptRecords.Position> restrict(
      Handle handle,
      ControllerId controller,
      LocalDate today,
      KeptRecords.Position from,
      int most) {
    List<KeptRecord> page = records.unused(handle, controller, today, from, most);
    List<KeptRecord> past = those(page, Precedence.Outcome.RESTRICT);
    restrictions.restrict(handle, past, PAST_PURPOSE);
    done(handle, controller, "retention.restricted", past);
    runs.add(handle, controller, today, RetentionRuns.Done.restricted(past.size()));
    return next(page);
  }

  /** Proposes what is due for destruction. */
  Optional<KeptRecords.Position> propose(
      Handle handle,
      ControllerId controller,
      LocalDate today,
      KeptRecords.Position from,
      int most) {
    List<KeptRecord> page = records.overdue(handle, controller, today, from, most);
    return propose(handle, controller, today, DestructionProposals.Cause.RETENTION_ENDED, page);
  }

  /** Proposes what a person asked to erase and a hold or a law kept until now. */
  Optional<KeptRecords.Position> proposeErased(
      Handle handle,
      ControllerId controller,
      LocalDate today,
      KeptRecords.Position from,
      int most) {
    List<KeptRecord> page = records.erased(handle, controller, today, from, most);
    return propose(handle, controller, today, DestructionProposals.Cause.ERASURE_REQUEST, page);
  }

  private Optional<KeptRecords.Position> propose(
      Handle handle,
      ControllerId controller,
      LocalDate today,
      DestructionProposals.Cause cause,
      List<KeptRecord> page) {
    List<KeptRecord> due = those(page, Precedence.Outcome.DESTROY);
    int planned = destruction.propose(handle, controller, cause, due, ACTOR);
    done(handle, controller, "retention.due", due);
    runs.add(handle, controller, today, RetentionRuns.Done.proposed(planned));
    return next(page);
  }

  private static List<KeptRecord> those(List<KeptRecord> page, Precedence.Outcome outcome) {
    return page.stream()
        .filter(record -> Precedence.decide(record.facts()).outcome() == outcome)
        .toList();
  }

  private static Optional<KeptRecords.Position> next(List<KeptRecord> page) {
    return page.isEmpty()
        ? Optional.empty()
        : Optional.of(KeptRecords.Position.after(page.getLast()));
  }

  /** One event a class, with how many records; no person is named. */
  private void done(Handle handle, ControllerId controller, String type, List<KeptRecord> touched) {
    touched.stream()
        .collect(Collectors.groupingBy(KeptRecord::retentionClass, Collectors.counting()))
        .forEach((code, number) ->
            audit.record(
                handle,
                AuditEvents.ofSystem(controller, ACTOR, type, clock)
                    .resource("retention", null)
                    .reason(code)
                    .count(number)
                    .build()));
  }
}
