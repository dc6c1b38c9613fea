package org.shouxin.audit.retention;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Retention as people read it. Reading a person's dates leaves its event (promise 1). */
@Singleton
class RetentionView {
  private static final String RUNS =
      "select run_on, started_at, finished_at, recomputed, restricted, proposed"
          + " from retention_run order by run_on desc limit 31";

  /**
   * One record of a person.
   *
   * @param held null for the person herself: a hold may be secret
   * @param changes how its due day moved, oldest first
   */
  public record Kept(
      String store,
      String recordRef,
      String kind,
      String retentionClass,
      int ruleVersion,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate dueOn,
      String state,
      @Nullable Boolean held,
      String kindZh,
      String kindEn,
      String articleZh,
      String articleEn,
      List<DueDayChange> changes) {}

  /** A due day under one version of the law, and under the one that followed it. */
  public record DueDayChange(
      Instant changedAt,
      String retentionClass,
      int fromVersion,
      @Nullable LocalDate fromDueOn,
      int toVersion,
      @Nullable LocalDate toDueOn) {}

  /** A day's run. */
  public record Run(
      LocalDate runOn,
      Instant startedAt,
      @Nullable Instant finishedAt,
      long recomputed,
      long restricted,
      long proposed) {}

  private final Database database;
  private final KeptRecords records;
  private final DueChanges changes;
  private final Standings standings;
  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  RetentionView(
      Database database,
      KeptRecords records,
      DueChanges changes,
      Standings standings,
      OwnEvents audit,
      Clock clock) {
    this.database = database;
    this.records = records;
    this.changes = changes;
    this.standings = standings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What is kept of a person until when; an unknown person has nothing, and so has, for a
   * supervisor, a person of another branch (DR-13).
   *
   * @throws ProblemException {@code FORBIDDEN} for a customer who asks about another
   */
  List<Kept> ofCustomer(Actor actor, CustomerId customer) {
    if (actor.kind() == ActorKind.CUSTOMER && !actor.is(customer)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    return database.write(
        actor.controller(),
        handle -> {
          List<KeptRecord> found =
              isOutOfReach(handle, actor, customer)
                  ? List.of()
                  : records.ofSubject(
                      handle, actor.controller(), customer.toString(), BusinessTime.today(clock));
          audit.record(
              handle,
              AuditEvents.of(actor, "retention.read", clock)
                  .subject(customer)
                  .resource("retention", null)
                  .count(found.size())
                  .build());
          List<DueChanges.Moved> moved =
              found.isEmpty() ? List.of() : changes.ofSubject(handle, customer.toString());
          return found.stream()
              .sorted(
                  Comparator.comparing(
                      KeptRecord::dueOn, Comparator.nullsLast(Comparator.naturalOrder())))
              .map(record -> view(record, actor.kind() != ActorKind.CUSTOMER, moved))
              .toList();
        });
  }

  private static boolean isOutOfReach(Handle handle, Actor actor, CustomerId customer) {
    String branch = actor.branch();
    boolean wide =
        actor.kind() == ActorKind.CUSTOMER
            || actor.has(Role.COMPLIANCE_OFFICER)
            || actor.has(Role.AUDITOR)
            || branch == null
            || branch.isBlank();
    return !wide
        && !handle
            .createQuery(
                "select exists (select 1 from retention_item where subject_ref = ? and branch = ?)")
            .bind(0, customer.toString())
            .bind(1, branch)
            .mapTo(Boolean.class)
            .one();
  }

  List<Standings.Standing> standings(long after, int most) {
    return database.systemRead(handle -> standings.changes(handle, after, most));
  }

  List<Run> runs(Actor actor) {
    return database.read(
        actor.controller(), handle -> handle.createQuery(RUNS).mapTo(Run.class).list());
  }

  private static Kept view(KeptRecord record, boolean holdsTold, List<DueChanges.Moved> moved) {
    return new Kept(
        record.store(),
        record.recordRef(),
        record.kind().name(),
        record.retentionClass(),
        record.ruleVersion(),
        record.startsOn(),
        record.dueOn(),
        record.state(),
        holdsTold ? record.held() : null,
        record.kind().zh(),
        record.kind().en(),
        record.articleZh(),
        record.articleEn(),
        moved.stream()
            .filter(one ->
                one.store().equals(record.store()) && one.recordRef().equals(record.recordRef()))
            .map(one ->
                new DueDayChange(
                    one.changedAt(),
                    one.retentionClass(),
                    one.fromVersion(),
                    one.fromDueOn(),
                    one.toVersion(),
                    one.toDueOn()))
            .toList());
  }
}
