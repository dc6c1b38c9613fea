package org.shouxin.audit.whistle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * What handlers fetch, sealed to each, and what they answer. Opening happens with their own keys.
 */
@Singleton
class Handling {
  private final Database database;
  private final OwnEvents events;
  private final Clock clock;

  @Inject
  Handling(Database database, OwnEvents events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A report as its handler gets it: ciphertexts in base64 (HPKE, context {@code shouxin whistle}).
   *
   * @param identity opened by the first handler's key, then by the second's
   * @param text sealed to this handler
   * @param digests the retaliation watch, one a day
   */
  record Sealed(
      String id,
      LocalDate filedOn,
      String state,
      String firstHandler,
      String secondHandler,
      String identity,
      String text,
      List<String> messages,
      List<SealedDigest> digests) {}

  /** One day of the watch, sealed to this handler. */
  record SealedDigest(LocalDate day, String body) {}

  /** The reports of this handler, open and oldest first; empty for everybody else. */
  List<Sealed> list(Actor handler) {
    return database.write(
        handler.controller(),
        handle -> {
          List<Sealed> reports =
              WhistleRows.listOf(handle, handler.id()).stream()
                  .map(report -> sealed(handle, handler, report))
                  .toList();
          events.record(
              handle,
              AuditEvents.of(handler, "whistle.reports.fetched", clock)
                  .count(reports.size())
                  .build());
          return reports;
        });
  }

  private static Sealed sealed(Handle handle, Actor handler, WhistleReport report) {
    boolean first = report.firstHandler().equals(handler.id());
    return new Sealed(
        report.id().toString(),
        report.filedOn(),
        report.state(),
        report.firstHandler(),
        report.secondHandler(),
        base64(report.identity()),
        base64(first ? report.textFirst() : report.textSecond()),
        WhistleRows.messages(handle, report.id()).stream()
            .map(message -> first ? message.bodyFirst() : message.bodySecond())
            .filter(Objects::nonNull)
            .map(Handling::base64)
            .toList(),
        WhistleRows.digests(handle, report.id()).stream()
            .map(digest ->
                new SealedDigest(
                    digest.day(), base64(first ? digest.bodyFirst() : digest.bodySecond())))
            .toList());
  }

  /**
   * Answers the reporter and says where the report stands.
   *
   * @throws ProblemException {@code WHISTLE_NOT_FOUND} for whoever is no handler of it
   */
  void reply(Actor handler, UUID id, @Nullable String text, String state) {
    database.write(
        handler.controller(),
        handle -> {
          WhistleReport report =
              WhistleRows.find(handle, id)
                  .filter(found -> found.isHandledBy(handler.id()))
                  .orElseThrow(() -> new ProblemException(ProblemCode.WHISTLE_NOT_FOUND));
          if (text != null && !text.isBlank()) {
            byte[] body =
                HandlerKey.parse(report.replyKey())
                    .seal(Padding.pad(text.strip(), WhistleReports.TEXT_BLOCK));
            WhistleRows.addMessage(
                handle,
                handler.controller(),
                id,
                new WhistleRows.Message(BusinessTime.today(clock), null, null, body));
          }
          WhistleRows.setState(handle, id, state, BusinessTime.today(clock));
          events.record(
              handle,
              AuditEvents.of(handler, "whistle.report.answered", clock)
                  .resource("whistle-report", id.toString())
                  .reason(state)
                  .build());
          return state;
        });
  }

  private static String base64(byte[] sealed) {
    return Base64.getEncoder().encodeToString(sealed);
  }
}
