package org.shouxin.audit.restore;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.audit.proof.OwnProofs;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Keeps what restore drills found; each leaves the event {@code restore.tested} in one commit, and
 * one that passed {@code backup.verified}.
 */
@Singleton
class RestoreTests {
  private static final String INSERT =
      "insert into restore_test (controller_id, id, report_sha256, records_backup, keys_backup,"
          + " started_at, ended_at, passed, rpo_seconds, rto_seconds, tables_compared,"
          + " rows_compared, ledger_entries, erased_tried, erased_readable, reported_by, reported_at,"
          + " records_backed_up_at, verified_event_id)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

  /** How far the clock of the machine that drills may be ahead. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final Database database;
  private final OwnEvents events;
  private final OwnProofs proofs;
  private final Clock clock;

  @Inject
  RestoreTests(Database database, OwnEvents events, OwnProofs proofs, Clock clock) {
    this.database = database;
    this.proofs = proofs;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Keeps a report, once however often it is sent.
   *
   * @throws ProblemException {@code REQUEST_INVALID} for one that contradicts itself or the clock
   */
  RestoreTest.RestoreTestReceipt keep(Actor actor, RestoreTest.RestoreTestReport report) {
    if (report.contradictsItself()) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "the report contradicts itself");
    }
    if (report.endedAt().isAfter(clock.instant().plus(SKEW))) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "the drill has not ended yet");
    }
    return database.write(
        actor.controller(),
        handle -> find(handle, report).orElseGet(() -> insert(handle, actor, report)));
  }

  private RestoreTest.RestoreTestReceipt insert(
      Handle handle, Actor actor, RestoreTest.RestoreTestReport report) {
    UUID id = Ids.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<AuditEvent> verified =
        report.passed()
            ? Optional.of(verified(actor, "records", report.recordsBackup(), report))
            : Optional.empty();
    int kept =
        handle.execute(
            INSERT,
            actor.controller(),
            id,
            report.reportSha256(),
            report.recordsBackup(),
            report.keysBackup(),
            report.startedAt(),
            report.endedAt(),
            report.passed(),
            report.rpoSeconds(),
            report.rtoSeconds(),
            report.tablesCompared(),
            report.rowsCompared(),
            report.ledgerEntries(),
            report.erasedTried(),
            report.erasedReadable(),
            actor.id(),
            now,
            report.recordsBackedUpAt(),
            report.recordsBackedUpAt() == null
                ? null
                : verified.map(AuditEvent::eventId).orElse(null));
    if (kept == 0) {
      return find(handle, report).orElseThrow();
    }
    events.record(
        handle,
        AuditEvents.of(actor, "restore.tested", clock)
            .resource("restore-test", id.toString())
            .count(report.erasedTried())
            .change(null, hash(report.reportSha256()))
            .reason(report.passed() ? "PASSED" : "FAILED")
            .build());
    if (report.passed()) {
      events.record(handle, verified(actor, "keys", report.keysBackup(), report));
    }
    verified.ifPresent(event -> events.record(handle, event));
    return new RestoreTest.RestoreTestReceipt(id, now);
  }

  /** A backup that a drill restored and compared. */
  private AuditEvent verified(
      Actor actor, String set, String backup, RestoreTest.RestoreTestReport report) {
    return AuditEvents.of(actor, "backup.verified", clock)
        .resource("backup." + set, backup)
        .change(null, hash(report.reportSha256()))
        .build();
  }

  /**
   * A verified backup by its event.
   *
   * @throws ProblemException {@code EVENT_NOT_FOUND} unless the event is {@code backup.verified},
   *     of this controller, and below a signed checkpoint of the log
   */
  RestoreTest.VerifiedBackup requireVerified(ControllerId controller, UUID eventId) {
    return database
        .read(
            controller,
            handle ->
                handle
                    .createQuery(
                        "select verified_event_id as event_id, records_backup as backup,"
                            + " records_backed_up_at as backed_up_at from restore_test"
                            + " where verified_event_id = ?")
                    .bind(0, eventId)
                    .mapTo(RestoreTest.VerifiedBackup.class)
                    .findOne())
        .filter(_ -> proofs.find(controller, eventId).isPresent())
        .orElseThrow(() -> new ProblemException(ProblemCode.EVENT_NOT_FOUND));
  }

  /** Not in hex: a run of its digits could look like somebody's number. */
  static String hash(String hex) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(hex));
  }

  private static Optional<RestoreTest.RestoreTestReceipt> find(
      Handle handle, RestoreTest.RestoreTestReport report) {
    return handle
        .createQuery("select id, reported_at from restore_test where report_sha256 = ?")
        .bind(0, report.reportSha256())
        .mapTo(RestoreTest.RestoreTestReceipt.class)
        .findOne();
  }

  /** The 100 newest of the caller's controller. */
  List<RestoreTest.KeptRestoreTest> list(Actor actor) {
    return database.read(
        actor.controller(),
        handle ->
            handle
                .createQuery("select * from restore_test order by ended_at desc, id desc limit 100")
                .mapTo(RestoreTest.KeptRestoreTest.class)
                .list());
  }
}
