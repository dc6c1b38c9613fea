package org.shouxin.records.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.LoggedRefusals;
import org.shouxin.records.disclosure.BulkRead;
import org.shouxin.records.export.watermark.ExportRow;
import org.shouxin.records.export.watermark.Watermark;

/**
 * Makes the file of an approved export, once: read and recorded person by person, marked, canaries
 * planted, encrypted to the receiver, and kept nowhere.
 */
@ApplicationScoped
class Production {
  private final Database database;
  private final Exports exports;
  private final BulkRead people;
  private final ExportMarks marks;
  private final CanaryApi canaries;
  private final LoggedRefusals refusals;
  private final AuditOutbox outbox;
  private final Clock clock;

  Production(
      Database database,
      Exports exports,
      BulkRead people,
      ExportMarks marks,
      @RestClient CanaryApi canaries,
      LoggedRefusals refusals,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.exports = exports;
    this.people = people;
    this.marks = marks;
    this.canaries = canaries;
    this.refusals = refusals;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The encrypted file of one's own approved export.
   *
   * @throws ProblemException {@code EXPORT_NOT_FOUND} for the unknown and other people's alike;
   *     {@code APPROVAL_REQUIRED}; {@code GRANT_EXPIRED}; {@code EXPORT_STATE_CONFLICT} once it was
   *     fetched; {@code SERVICE_UNAVAILABLE} when its canaries cannot be planted
   */
  byte[] produce(Actor actor, UUID id) {
    Export export =
        database
            .read(actor.controller(), handle -> ExportRows.find(handle, id))
            .filter(found -> found.requestedBy().equals(actor.id()))
            .orElseThrow(() -> new ProblemException(ProblemCode.EXPORT_NOT_FOUND));
    return switch (export.state(clock.instant())) {
      case ExportState.Requested _, ExportState.Rejected _ ->
          throw refused(actor, ProblemCode.APPROVAL_REQUIRED, id);
      case ExportState.Expired _ -> throw refused(actor, ProblemCode.GRANT_EXPIRED, id);
      case ExportState.Produced _ -> throw refused(actor, ProblemCode.EXPORT_STATE_CONFLICT, id);
      case ExportState.Approved _ -> make(actor, export);
    };
  }

  private byte[] make(Actor actor, Export export) {
    List<ExportRow> rows =
        people.read(actor, export.purpose(), export.customers()).stream()
            .flatMap(Production::rows)
            .toList();
    Watermark.Marked marked = Watermark.mark(marks.key(actor.controller(), export.id()), rows);
    plant(actor, export, marked);
    Instant now = clock.instant();
    byte[] file =
        ReceiverKey.parse(export.receiverKey())
            .encrypt(export.id(), SheetFile.of(export, now, marked.rows()));
    boolean first =
        database.write(
            actor.controller(),
            handle -> {
              boolean produced = ExportRows.produced(handle, export.id(), now, rows.size());
              if (produced) {
                outbox.record(handle, exports.event(actor, "export.created", export).build());
              }
              return produced;
            });
    if (!first) {
      throw refused(actor, ProblemCode.EXPORT_STATE_CONFLICT, export.id());
    }
    return file;
  }

  /** Before the file leaves: its canaries are watched from its first day. */
  private void plant(Actor actor, Export export, Watermark.Marked marked) {
    if (marked.decoys().isEmpty()) {
      return;
    }
    try {
      canaries.plant(
          new CanaryApi.Planted(
              actor.controller().value(),
              export.requestedBy(),
              Objects.requireNonNull(export.decidedBy(), "an approved export was decided"),
              marked.decoys()));
    } catch (ProcessingException | WebApplicationException | ProblemException away) {
      throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, null, away);
    }
  }

  /** One line a policy; who has none has one line. Both ends of a period are moments. */
  private static Stream<ExportRow> rows(BulkRead.Person person) {
    List<BulkRead.Part> parts =
        person.policies().isEmpty()
            ? List.of(new BulkRead.Part(null, null, null, null, null))
            : person.policies();
    return parts.stream()
        .map(part ->
            new ExportRow(
                person.reference(),
                text(person.name()),
                text(person.idNumber()),
                text(person.mobile()),
                text(person.address()),
                text(part.number()),
                text(part.product()),
                moment(part.startOn(), " 00:00"),
                moment(part.endOn(), " 24:00"),
                text(part.premium())));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String moment(@Nullable String day, String time) {
    return day == null ? "" : day + time;
  }

  private ProblemException refused(Actor actor, ProblemCode code, UUID id) {
    return refusals.of(actor, code, Exports.RESOURCE, id);
  }
}
