package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Telling the people of a transfer, and hearing them (R-BT-02). */
@ApplicationScoped
class TransferPeople {
  private final Database database;
  private final Transfers transfers;
  private final TransferRows rows;
  private final PeopleRows people;
  private final AuditOutbox audit;
  private final Clock clock;

  TransferPeople(
      Database database,
      Transfers transfers,
      TransferRows rows,
      PeopleRows people,
      AuditOutbox audit,
      Clock clock) {
    this.database = database;
    this.transfers = transfers;
    this.rows = rows;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /** The outcome of one delivery. */
  record Delivery(CustomerId customer, String channel, boolean delivered) {}

  /** Records outcomes of deliveries; each person who is reached for the first time is an event. */
  void deliver(Actor actor, UUID id, List<Delivery> deliveries) {
    database.write(
        actor.controller(),
        handle -> {
          TransferRows.Opened row = transfers.require(handle, id);
          rows.lock(handle, id);
          requireNoticeStage(handle, id);
          deliveries.forEach(delivery -> deliver(handle, actor, row, delivery));
          return deliveries.size();
        });
  }

  /** Transfers that concern the customer; being shown the notice is its delivery. */
  List<Transfer.Mine> mine(Actor actor, CustomerId customer, String language) {
    return database.write(
        actor.controller(),
        handle ->
            people.listOf(handle, customer).stream()
                .map(person -> shown(handle, actor, customer, person, language))
                .toList());
  }

  /**
   * Objects to being moved; the person is then excluded from the package.
   *
   * @throws ProblemException {@code OBJECTION_TOO_LATE} after the last day or once the cut-over has
   *     begun
   */
  Instant object(Actor actor, UUID id, CustomerId customer) {
    return database.write(
        actor.controller(),
        handle -> {
          TransferRows.Opened row = transfers.require(handle, id);
          rows.lock(handle, id);
          PeopleRows.Person person =
              people
                  .find(handle, id, customer)
                  .orElseThrow(() -> new ProblemException(ProblemCode.TRANSFER_NOT_FOUND));
          if (person.objectedAt() != null) {
            return person.objectedAt();
          }
          requireInTime(handle, row);
          // As exact as the database keeps it, so that the same objection is told the same twice.
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          people.objected(handle, id, customer, now);
          audit.record(
              handle,
              transfers.event(actor, "transfer.customer.excluded", row).subject(customer).build());
          return now;
        });
  }

  private void deliver(Handle handle, Actor actor, TransferRows.Opened row, Delivery delivery) {
    Instant now = clock.instant();
    if (!delivery.delivered()) {
      people.failed(handle, row.id(), delivery.customer(), now);
    } else if (people.delivered(handle, row.id(), delivery.customer(), delivery.channel(), now)) {
      audit.record(
          handle,
          transfers
              .event(actor, Gate.NOTICES_DELIVERED.event(), row)
              .subject(delivery.customer())
              .channel(delivery.channel())
              .build());
    }
  }

  private Transfer.Mine shown(
      Handle handle, Actor actor, CustomerId customer, PeopleRows.Person person, String language) {
    TransferRows.Opened row = transfers.require(handle, person.transferId());
    @Nullable String notice = rows.notice(handle, row.id(), language);
    if (notice != null) {
      deliver(handle, actor, row, new Delivery(customer, "PORTAL", true));
    }
    return new Transfer.Mine(
        row.id(),
        row.toControllerName(),
        row.toControllerContact(),
        row.cutOverOn(),
        rows.stage(handle, row.id()).label(),
        notice,
        transfers.facts(handle, row).objectionEndsOn().orElse(null),
        person.objectedAt(),
        person.disposition());
  }

  private void requireNoticeStage(Handle handle, UUID id) {
    if (!(rows.stage(handle, id) instanceof Stage.Notice)) {
      throw new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT);
    }
  }

  private void requireInTime(Handle handle, TransferRows.Opened row) {
    LocalDate today = BusinessTime.today(clock);
    boolean late =
        transfers
            .facts(handle, row)
            .objectionEndsOn()
            .map(last -> today.isAfter(last) && !today.isBefore(row.cutOverOn()))
            .orElse(false);
    if (late || !(rows.stage(handle, row.id()) instanceof Stage.Notice)) {
      throw new ProblemException(ProblemCode.OBJECTION_TOO_LATE);
    }
  }
}
