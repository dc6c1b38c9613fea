package org.shouxin.audit.retention;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Erasure requests, decided record by record by the one table of precedence; confirmed by a
 * compliance officer; executed by restrictions and destruction plans, and by nothing else
 * (R-RC-10).
 */
@Singleton
class Erasures {
  private static final String ACTOR = "audit-service";
  private static final String BASIS = "ERASURE_REQUEST:";

  /** An erasure as told to consent-service and to officers. */
  public record Erasure(UUID requestId, boolean confirmed, List<ErasureRecord> records) {}

  /** What came of a confirmation: executed, or prepared anew since something had changed. */
  private record Confirmation(boolean executed, Erasure erasure) {}

  private final Database database;
  private final ErasureRows rows;
  private final KeptRecords records;
  private final Restrictions restrictions;
  private final ToDestruction destruction;
  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  Erasures(
      Database database,
      ErasureRows rows,
      KeptRecords records,
      Restrictions restrictions,
      ToDestruction destruction,
      OwnEvents audit,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.records = records;
    this.restrictions = restrictions;
    this.destruction = destruction;
    this.audit = audit;
    this.clock = clock;
  }

  /** Prepares the answer to a request; asked again it is prepared anew, until it is confirmed. */
  Erasure assess(ControllerId controller, UUID request, CustomerId customer) {
    return database.write(
        controller,
        handle -> {
          boolean confirmed =
              rows.lock(handle, request).map(row -> row.confirmedAt() != null).orElse(false);
          if (!confirmed) {
            List<ErasureRecord> answer = answer(handle, controller, customer.toString());
            rows.replace(handle, controller, request, customer.toString(), answer, clock.instant());
            audit.record(
                handle,
                AuditEvents.ofSystem(controller, ACTOR, "erasure.assessed", clock)
                    .subject(customer)
                    .resource("rights.request", request.toString())
                    .count(answer.size())
                    .build());
          }
          return new Erasure(request, confirmed, rows.records(handle, request));
        });
  }

  /**
   * Confirms the prepared answer and executes it; once more changes nothing.
   *
   * @throws ProblemException {@code ERASURE_NOT_FOUND}; {@code ERASURE_OUTDATED} when the records
   *     would be decided otherwise now: the new answer stands ready to be confirmed
   */
  Erasure confirm(Actor officer, UUID request) {
    Confirmation done =
        database.write(officer.controller(), handle -> confirm(handle, officer, request));
    if (!done.executed()) {
      throw new ProblemException(ProblemCode.ERASURE_OUTDATED);
    }
    return done.erasure();
  }

  private Confirmation confirm(Handle handle, Actor officer, UUID request) {
    ErasureRows.Row row =
        rows.lock(handle, request)
            .orElseThrow(() -> new ProblemException(ProblemCode.ERASURE_NOT_FOUND));
    List<ErasureRecord> prepared = rows.records(handle, request);
    if (row.confirmedAt() == null) {
      ControllerId controller = officer.controller();
      List<ErasureRecord> now = answer(handle, controller, row.subjectRef());
      if (!decideAlike(prepared, now)) {
        rows.replace(handle, controller, request, row.subjectRef(), now, clock.instant());
        refused(handle, officer, row);
        return new Confirmation(false, new Erasure(request, false, now));
      }
      rows.confirm(handle, request, officer.id(), clock.instant());
      execute(handle, officer, row, prepared);
    }
    return new Confirmation(true, new Erasure(request, true, prepared));
  }

  private void execute(
      Handle handle, Actor officer, ErasureRows.Row row, List<ErasureRecord> prepared) {
    ControllerId controller = officer.controller();
    List<KeptRecord> kept =
        records.ofSubject(handle, controller, row.subjectRef(), BusinessTime.today(clock));
    Set<String> erased = keys(prepared, "DELETE", "ANONYMISE");
    restrictions.restrict(
        handle,
        kept.stream().filter(record -> isOnlyStored(record)).toList(),
        BASIS + row.requestId());
    List<KeptRecord> ending = kept.stream().filter(record -> erased.contains(key(record))).toList();
    restrictions.restrict(handle, ending, BASIS + row.requestId());
    destruction.propose(
        handle, controller, DestructionProposals.Cause.ERASURE_REQUEST, ending, officer.id());
    prepared.forEach(record ->
        audit.record(
            handle,
            event(officer, "erasure.decided", row)
                .reason(record.decision() + "." + record.reasonCode())
                .channel(record.retentionClass())
                .build()));
  }

  /** What a request leaves in storage only: whatever hold or law keep from being destroyed. */
  private static boolean isOnlyStored(KeptRecord record) {
    return Precedence.decide(record.facts(true)).outcome() == Precedence.Outcome.RESTRICT;
  }

  private void refused(Handle handle, Actor officer, ErasureRows.Row row) {
    String code = ProblemCode.ERASURE_OUTDATED.name();
    audit.record(handle, event(officer, "erasure.refused", row).reason(code).build());
  }

  private AuditEvents event(Actor officer, String type, ErasureRows.Row row) {
    return AuditEvents.of(officer, type, clock)
        .subject(CustomerId.parse(row.subjectRef()))
        .resource("rights.request", row.requestId().toString());
  }

  private List<ErasureRecord> answer(Handle handle, ControllerId controller, String subject) {
    return records.ofSubject(handle, controller, subject, BusinessTime.today(clock)).stream()
        .map(ErasureAnswer::of)
        .toList();
  }

  private static boolean decideAlike(List<ErasureRecord> prepared, List<ErasureRecord> now) {
    return prepared.size() == now.size()
        && IntStream.range(0, now.size()).allMatch(i -> prepared.get(i).decidesLike(now.get(i)));
  }

  private static Set<String> keys(List<ErasureRecord> answer, String one, String other) {
    return answer.stream()
        .filter(record ->
            Objects.equals(record.decision(), one) || Objects.equals(record.decision(), other))
        .map(record -> record.store() + " " + record.recordRef())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String key(KeptRecord record) {
    return record.store() + " " + record.recordRef();
  }
}
