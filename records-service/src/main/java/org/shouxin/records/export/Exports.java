package org.shouxin.records.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.access.LoggedRefusals;
import org.shouxin.records.duty.DutyPeriods;

/** Asks for exports and decides about other people's (R-RC-15). */
@ApplicationScoped
class Exports {
  static final String RESOURCE = "export";

  private final Database database;
  private final DutyPeriods periods;
  private final LoggedRefusals refusals;
  private final AuditOutbox outbox;
  private final Clock clock;

  Exports(
      Database database,
      DutyPeriods periods,
      LoggedRefusals refusals,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.periods = periods;
    this.refusals = refusals;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Stores a request; undecided at the end of K-22 it lapses.
   *
   * @throws ProblemException {@code EXPORT_TOO_LARGE}; {@code EXPORT_KEY_INVALID}
   */
  ExportView request(Actor actor, ExportRequest request) {
    ReceiverKey.parse(request.receiverKey());
    List<UUID> people =
        request.customerIds().stream()
            .map(CustomerId::parse)
            .distinct()
            .map(CustomerId::value)
            .toList();
    return database.write(
        actor.controller(),
        handle -> {
          Instant now = clock.instant();
          List<String> roles = actor.roles().stream().map(Role::label).toList();
          if (people.size() > ExportRows.most(handle, roles, BusinessTime.today(clock))) {
            throw new ProblemException(ProblemCode.EXPORT_TOO_LARGE);
          }
          Export export =
              new Export(
                  Ids.next(),
                  actor.id(),
                  actor.branch(),
                  request.receiver(),
                  request.receiverKey(),
                  request.purpose(),
                  request.reference(),
                  request.format(),
                  people,
                  now,
                  periods.get(handle, "K-22", BusinessTime.today(clock)).dueAfter(now),
                  null,
                  null,
                  null,
                  null);
          ExportRows.insert(handle, actor.controller(), export);
          outbox.record(handle, event(actor, "export.requested", export).build());
          return ExportView.of(export, now);
        });
  }

  /** The caller's own, newest first. */
  List<ExportView> listOwn(Actor actor) {
    return views(
        database.read(actor.controller(), handle -> ExportRows.listOf(handle, actor.id())));
  }

  /** What waits for this actor's decision, oldest first. */
  List<ExportView> queue(Actor actor) {
    return views(
        database
            .read(
                actor.controller(),
                handle -> ExportRows.listWaiting(handle, branchOf(actor), clock.instant()))
            .stream()
            .filter(export -> !export.requestedBy().equals(actor.id()))
            .toList());
  }

  private List<ExportView> views(List<Export> exports) {
    Instant now = clock.instant();
    return exports.stream().map(export -> ExportView.of(export, now)).toList();
  }

  /**
   * Lets a waiting export be fetched once within 24 hours. Who approves an export approves to whom
   * it is encrypted: the approval names the receiver's key as the receiver told it.
   *
   * @throws ProblemException {@code CONFLICT} when the export is for another key; {@code
   *     SELF_APPROVAL}; {@code EXPORT_STATE_CONFLICT} when it does not wait any more, to the second
   *     of two who decide at once too
   */
  ExportView approve(Actor actor, UUID id, String keyDigest) {
    Export export = requireSomebodyElses(actor, id);
    if (!ReceiverKey.digest(export.receiverKey()).equals(keyDigest)) {
      throw refusals.of(actor, ProblemCode.CONFLICT, RESOURCE, id);
    }
    return decide(
        actor, id, "export.approved", Optional.of(clock.instant().plus(Export.FETCHED_WITHIN)));
  }

  /** Rejects a waiting export; refusals as of {@link #approve}. */
  ExportView reject(Actor actor, UUID id) {
    requireSomebodyElses(actor, id);
    return decide(actor, id, "export.rejected", Optional.empty());
  }

  private ExportView decide(Actor actor, UUID id, String type, Optional<Instant> fetchBy) {
    Instant now = clock.instant();
    return database
        .write(
            actor.controller(),
            handle -> {
              Optional<Export> decided =
                  ExportRows.decide(handle, id, actor.id(), now, fetchBy.orElse(null));
              decided.ifPresent(
                  export -> outbox.record(handle, event(actor, type, export).build()));
              return decided;
            })
        .map(export -> ExportView.of(export, now))
        .orElseThrow(() -> refusals.of(actor, ProblemCode.EXPORT_STATE_CONFLICT, RESOURCE, id));
  }

  private Export requireSomebodyElses(Actor actor, UUID id) {
    String branch = branchOf(actor);
    Export export =
        database
            .read(actor.controller(), handle -> ExportRows.find(handle, id))
            .filter(found ->
                found.requestedBy().equals(actor.id())
                    || branch == null
                    || branch.equals(found.requesterBranch()))
            .orElseThrow(() -> new ProblemException(ProblemCode.EXPORT_NOT_FOUND));
    if (export.requestedBy().equals(actor.id())) {
      throw refusals.of(actor, ProblemCode.SELF_APPROVAL, RESOURCE, id);
    }
    return export;
  }

  /** An event about an export: how many people, to whom; never who they are. */
  AuditEvents event(Actor actor, String type, Export export) {
    return AuditEvents.of(actor, type, clock)
        .purpose(export.purpose())
        .recipient(export.receiver())
        .resource(RESOURCE, export.id().toString())
        .count(export.people().size())
        .concerns("employee:" + export.requestedBy());
  }

  /** A branch whose exports the actor decides; null for all of the controller. */
  private static @Nullable String branchOf(Actor actor) {
    return actor.has(Role.COMPLIANCE_OFFICER) ? null : actor.branch();
  }
}
