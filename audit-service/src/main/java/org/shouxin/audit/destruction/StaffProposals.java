package org.shouxin.audit.destruction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Plans that a compliance officer writes by hand: due today, for a cause that is on file. */
@Singleton
class StaffProposals {
  private static final String KNOWN =
      "select exists (select 1 from retention_item where subject_ref = :subject"
          + " and store = :store and record_ref = :record)";
  private static final String KNOWN_PERSON =
      "select exists (select 1 from retention_item where subject_ref = :subject"
          + " and store in ('records', :store) and (record_ref = :record or :record = ''))";
  private static final String CONFIRMED =
      "select exists (select 1 from erasure e join erasure_record r"
          + " on r.controller_id = e.controller_id and r.request_id = e.request_id"
          + " where e.subject_ref = :subject and e.confirmed_at is not null"
          + " and r.store = :store and r.record_ref = :record"
          + " and r.decision in ('DELETE', 'ANONYMISE'))";

  private final Database database;
  private final Plans plans;
  private final Clock clock;

  @Inject
  StaffProposals(Database database, Plans plans, Clock clock) {
    this.database = database;
    this.plans = plans;
    this.clock = clock;
  }

  UUID propose(Actor officer, Cause cause, List<DestructionResource.ScopeLine> lines) {
    LocalDate today = BusinessTime.today(clock);
    List<ScopeItem> scope =
        lines.stream()
            .map(line ->
                new ScopeItem(
                    line.customerId() == null ? null : Ids.parse(line.customerId()),
                    line.store(),
                    recordRef(line),
                    line.retentionClass(),
                    line.method(),
                    today))
            .toList();
    return database.write(
        officer.controller(),
        handle -> {
          requireKnown(handle, scope);
          requireCause(handle, cause, scope);
          return plans.propose(handle, officer, cause, scope);
        });
  }

  /** Holds and retention compare ids as text: one record has one text. A medium has a number. */
  private static String recordRef(DestructionResource.ScopeLine line) {
    String told = line.recordRef();
    return line.store().equals("media") || told.isEmpty() ? told : Ids.parse(told).toString();
  }

  /**
   * Of a record, or of a whole person, that retention was not told of nobody knows how long the law
   * keeps it, nor what holds it.
   */
  private static void requireKnown(Handle handle, List<ScopeItem> scope) {
    requireAll(
        scope,
        "UNKNOWN_RECORD",
        item ->
            item.subject() == null || item.recordRef().isEmpty() || exists(handle, KNOWN, item));
    requireAll(
        scope,
        "UNKNOWN_PERSON",
        item ->
            item.subject() == null
                || !item.recordRef().isEmpty()
                || exists(handle, KNOWN_PERSON, item));
  }

  /**
   * A cause that lifts the law's periods is not for the proposer to say: an erasure counts when it
   * was confirmed, and a withdrawal is proposed by the service that has it.
   */
  private static void requireCause(Handle handle, Cause cause, List<ScopeItem> scope) {
    if (cause == Cause.RETENTION_ENDED) {
      return;
    }
    requireAll(
        scope,
        "CAUSE_UNCONFIRMED",
        item -> cause == Cause.ERASURE_REQUEST && exists(handle, CONFIRMED, item));
  }

  private static void requireAll(
      List<ScopeItem> scope, String otherwise, Predicate<ScopeItem> holds) {
    List<Problem.Fault> faults = new ArrayList<>();
    for (int i = 0; i < scope.size(); i++) {
      if (!holds.test(scope.get(i))) {
        faults.add(new Problem.Fault("items[" + i + "]", otherwise, "take it out of the list"));
      }
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(ProblemCode.DESTRUCTION_SCOPE_INVALID, null, faults);
    }
  }

  private static boolean exists(Handle handle, String question, ScopeItem item) {
    return handle
        .createQuery(question)
        .bind("subject", String.valueOf(item.subject()))
        .bind("store", item.store())
        .bind("record", item.recordRef())
        .mapTo(Boolean.class)
        .one();
  }
}
