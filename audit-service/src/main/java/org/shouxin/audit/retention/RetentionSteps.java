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
import org.shouxin.audit.retention.RetentionRuns.Place;
import org.shouxin.audit.retention.RetentionRuns.Walk;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.ControllerId;

/** What the daily job does to a page of records, each as the table of precedence says. */
@Singleton
class RetentionSteps {
  private static final String PAST_PURPOSE = "PAST_PURPOSE";
  private static final String ACTOR = "audit-service";
  private static final UUID FIRST = new UUID(0, 0);

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

  /** One page of work; where the next begins. */
  Place page(Handle handle, ControllerId controller, LocalDate today, Place from, int most) {
    return switch (from.walk()) {
      case DUE_DATES -> recompute(handle, controller, today, from, most);
      case RESTRICTION ->
          restrict(
              handle,
              controller,
              today,
              records.unused(handle, controller, today, position(from), most));
      case RETENTION_ENDED ->
          propose(
              handle,
              controller,
              today,
              DestructionProposals.Cause.RETENTION_ENDED,
              records.overdue(handle, controller, today, position(from), most));
      case ERASURE_REQUEST ->
          propose(
              handle,
              controller,
              today,
              DestructionProposals.Cause.ERASURE_REQUEST,
              records.erased(handle, controller, today, position(from), most));
      case DONE -> from;
    };
  }

  private static KeptRecords.Position position(Place place) {
    return place.after().isEmpty()
        ? KeptRecords.Position.START
        : new KeptRecords.Position(
            place.after().get(0), place.after().get(1), place.after().get(2));
  }

  /** Moves due dates with the law. */
  private Place recompute(
      Handle handle, ControllerId controller, LocalDate today, Place from, int most) {
    UUID after = from.after().isEmpty() ? FIRST : UUID.fromString(from.after().getFirst());
    Optional<DueDates.Page> page =
        dueDates.page(handle, controller, after, most, today, clock.instant());
    page.ifPresent(
        done -> runs.add(handle, controller, today, RetentionRuns.Done.recomputed(done.moved())));
    return page.map(done -> new Place(Walk.DUE_DATES, List.of(done.last().toString())))
        .orElse(Place.start(Walk.RESTRICTION));
  }

  /** Restricts what is past its purpose and within its period (PIPL 47 para 2). */
  private Place restrict(
      Handle handle, ControllerId controller, LocalDate today, List<KeptRecord> page) {
    List<KeptRecord> past = those(page, Precedence.Outcome.RESTRICT);
    restrictions.restrict(handle, past, PAST_PURPOSE);
    done(handle, controller, "retention.restricted", past);
    runs.add(handle, controller, today, RetentionRuns.Done.restricted(past.size()));
    return next(Walk.RESTRICTION, page, Walk.RETENTION_ENDED);
  }

  /**
   * Proposes what is due for destruction, or what a person asked to erase and a hold or a law kept
   * until now.
   */
  private Place propose(
      Handle handle,
      ControllerId controller,
      LocalDate today,
      DestructionProposals.Cause cause,
      List<KeptRecord> page) {
    List<KeptRecord> due = those(page, Precedence.Outcome.DESTROY);
    int planned = destruction.propose(handle, controller, cause, due, ACTOR);
    done(handle, controller, "retention.due", due);
    runs.add(handle, controller, today, RetentionRuns.Done.proposed(planned));
    return switch (cause) {
      case RETENTION_ENDED -> next(Walk.RETENTION_ENDED, page, Walk.ERASURE_REQUEST);
      case ERASURE_REQUEST -> next(Walk.ERASURE_REQUEST, page, Walk.DONE);
    };
  }

  private static List<KeptRecord> those(List<KeptRecord> page, Precedence.Outcome outcome) {
    return page.stream()
        .filter(record -> Precedence.decide(record.facts()).outcome() == outcome)
        .toList();
  }

  private static Place next(Walk walk, List<KeptRecord> page, Walk then) {
    if (page.isEmpty()) {
      return Place.start(then);
    }
    KeptRecord last = page.getLast();
    return new Place(walk, List.of(last.subjectRef(), last.store(), last.recordRef()));
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
