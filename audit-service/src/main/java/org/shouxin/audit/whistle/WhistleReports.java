package org.shouxin.audit.whistle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Takes reports and messages of reporters. The reporter's number is sealed in memory and stored
 * nowhere else; the event of a report has no actor, no trace and no time of day.
 */
@Singleton
class WhistleReports {
  static final int IDENTITY_BLOCK = 128;
  static final int TEXT_BLOCK = 1024;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final WatchKey watch;
  private final OwnEvents events;
  private final Clock clock;

  @Inject
  WhistleReports(Database database, WatchKey watch, OwnEvents events, Clock clock) {
    this.database = database;
    this.watch = watch;
    this.events = events;
    this.clock = clock;
  }

  /** What the reporter sees: where it stands, and the handlers' messages. */
  record Status(String state, List<String> messages) {
    @Override
    public String toString() {
      return "Status[redacted]";
    }
  }

  /**
   * Files a report; returns the status code, which is told once.
   *
   * @param named whether the handlers together may learn who reported; the rights of a named
   *     reporter are watched for 12 months
   * @throws ProblemException {@code WHISTLE_NOT_READY} while two handlers are not named
   */
  String file(Actor reporter, String text, boolean named) {
    StatusCode code = StatusCode.random();
    UUID id = Ids.random();
    LocalDate today = BusinessTime.today(clock);
    StatusCode.ReplyKeys reply = code.makeReplyKeys();
    database.write(
        reporter.controller(),
        handle -> {
          Handlers.Pair handlers = Handlers.require(handle);
          HandlerKey first = HandlerKey.parse(handlers.first().publicKey());
          HandlerKey second = HandlerKey.parse(handlers.second().publicKey());
          byte[] words = Padding.pad(text.strip(), TEXT_BLOCK);
          byte[] who = Padding.pad(named ? reporter.id() : "", IDENTITY_BLOCK);
          WhistleRows.insert(
              handle,
              reporter.controller(),
              new WhistleReport(
                  id,
                  today,
                  "RECEIVED",
                  handlers.first().employeeNo(),
                  handlers.second().employeeNo(),
                  code.hash(),
                  first.seal(second.seal(who)),
                  first.seal(words),
                  second.seal(words),
                  reply.publicKey(),
                  reply.secret(),
                  named ? watch.index(id, reporter.id()) : random(),
                  today.plusMonths(12)));
          events.record(handle, event(reporter.controller(), "whistle.report.filed", id));
          return id;
        });
    return code.tell();
  }

  /**
   * What became of a report.
   *
   * @throws ProblemException {@code WHISTLE_NOT_FOUND} when no report has this code
   */
  Status status(ControllerId controller, String code) {
    StatusCode status = StatusCode.of(code);
    return database.read(
        controller,
        handle -> {
          WhistleReport report = byCode(handle, status);
          return new Status(
              report.state(),
              WhistleRows.messages(handle, report.id()).stream()
                  .map(WhistleRows.Message::bodyReporter)
                  .filter(Objects::nonNull)
                  .map(body -> status.open(report.replySecret(), body))
                  .toList());
        });
  }

  /** A further message of the reporter; refusal as of {@link #status}. */
  void add(ControllerId controller, String code, String text) {
    database.write(
        controller,
        handle -> {
          WhistleReport report = byCode(handle, StatusCode.of(code));
          Handlers.Pair handlers = Handlers.require(handle);
          byte[] words = Padding.pad(text.strip(), TEXT_BLOCK);
          WhistleRows.addMessage(
              handle,
              controller,
              report.id(),
              new WhistleRows.Message(
                  BusinessTime.today(clock),
                  HandlerKey.parse(handlers.first().publicKey()).seal(words),
                  HandlerKey.parse(handlers.second().publicKey()).seal(words),
                  null));
          events.record(handle, event(controller, "whistle.message.received", report.id()));
          return report;
        });
  }

  private static WhistleReport byCode(Handle handle, StatusCode code) {
    return WhistleRows.findByCode(handle, code.hash())
        .orElseThrow(() -> new ProblemException(ProblemCode.WHISTLE_NOT_FOUND));
  }

  /** By nobody, without trace, at the beginning of the day. */
  private AuditEvent event(ControllerId controller, String type, UUID report) {
    AuditEvent event =
        AuditEvents.ofSystem(controller, "audit-service", type, clock)
            .resource("whistle-report", report.toString())
            .build();
    return new AuditEvent(
        event.eventId(),
        event.controllerId(),
        BusinessTime.today(clock).atStartOfDay(BusinessTime.ZONE).toInstant(),
        event.type(),
        event.actor(),
        null,
        null,
        null,
        event.resource(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static byte[] random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
