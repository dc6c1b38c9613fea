package org.shouxin.audit.incident.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * The delivery orders as their deliverer sees them: fetched under a lease, answered by an outcome.
 * An order whose deliverer died is offered again when its lease ends; the deliverer's own ledger
 * keeps it from sending twice. The first final outcome stays.
 */
@Singleton
class NoticeOrders {
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_ATTEMPTS = 8;
  private static final String DUE =
      "with due as materialized (select controller_id, order_id"
          + " from notice_order_open where look_again_at <= ? order by look_again_at limit ?"
          + " for update skip locked)"
          + " update notice_order_open o set look_again_at = ? from due"
          + " where o.controller_id = due.controller_id and o.order_id = due.order_id"
          + " returning o.controller_id, o.order_id";
  private static final String ORDERS =
      "select o.controller_id, o.id, o.subject_ref, o.incident_id, o.version, n.body_zh, n.body_en"
          + " from notice_order o join incident_notice n using (controller_id, incident_id, version)"
          + " where o.id = any(?) and o.state = 'WAITING'";
  private static final String LOCK =
      "select incident_id, version, subject_ref, attempts from notice_order"
          + " where id = ? and state = 'WAITING' for update";

  /** An order to deliver a notice to one person. */
  public record Order(
      ControllerId controllerId,
      UUID id,
      UUID subjectRef,
      UUID incidentId,
      int version,
      String bodyZh,
      String bodyEn) {}

  /** An open order. */
  public record Open(ControllerId controllerId, UUID orderId) {}

  /** An order that waits for its outcome. */
  public record Waiting(UUID incidentId, int version, UUID subjectRef, int attempts) {}

  /** How a try ended. */
  enum Outcome {
    SENT,
    NO_ADDRESS,
    UNCERTAIN,
    RETRY
  }

  private final Database database;
  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  NoticeOrders(Database database, OwnEvents audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** Up to so many orders, leased to the caller. */
  List<Order> claim(int most) {
    Instant now = clock.instant();
    List<Open> due =
        database.systemWrite(handle ->
            handle
                .createQuery(DUE)
                .bind(0, now)
                .bind(1, most)
                .bind(2, now.plus(LEASE))
                .mapTo(Open.class)
                .list());
    Map<ControllerId, List<UUID>> byController =
        due.stream()
            .collect(
                Collectors.groupingBy(
                    Open::controllerId, Collectors.mapping(Open::orderId, Collectors.toList())));
    List<Order> orders = new ArrayList<>();
    byController.forEach((controller, ids) ->
        orders.addAll(
            database.read(
                controller,
                handle ->
                    handle
                        .createQuery(ORDERS)
                        .bindArray(0, UUID.class, ids)
                        .mapTo(Order.class)
                        .list())));
    return orders;
  }

  /** Takes the outcome of a try; one for an order that is settled already changes nothing. */
  void report(Actor deliverer, ControllerId controller, UUID id, Outcome outcome) {
    database.write(
        controller,
        handle -> {
          handle
              .createQuery(LOCK)
              .bind(0, id)
              .mapTo(Waiting.class)
              .findOne()
              .ifPresent(order -> settle(handle, deliverer, controller, id, order, outcome));
          return 1;
        });
  }

  private void settle(
      Handle handle,
      Actor deliverer,
      ControllerId controller,
      UUID id,
      Waiting order,
      Outcome outcome) {
    int attempts = order.attempts() + 1;
    if (outcome == Outcome.RETRY && attempts < MOST_ATTEMPTS) {
      handle.execute("update notice_order set attempts = ? where id = ?", attempts, id);
      handle.execute(
          "update notice_order_open set look_again_at = ? where controller_id = ? and order_id = ?",
          clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << order.attempts())),
          controller,
          id);
      return;
    }
    String state = outcome == Outcome.RETRY ? "FAILED" : outcome.name();
    handle.execute(
        "update notice_order set state = ?, attempts = ?, settled_at = ? where id = ?",
        state,
        attempts,
        clock.instant(),
        id);
    handle.execute(
        "delete from notice_order_open where controller_id = ? and order_id = ?", controller, id);
    audit.record(
        handle,
        AuditEvents.ofSystem(controller, deliverer.id(), "incident.notice.delivery", clock)
            .subject(new CustomerId(order.subjectRef()))
            .resource("incident", order.incidentId().toString())
            .noticeVersion(order.version())
            .channel("MAIL")
            .reason(state)
            .build());
  }
}
