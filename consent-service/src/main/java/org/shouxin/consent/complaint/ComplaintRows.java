package org.shouxin.consent.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Complaints and their steps in PostgreSQL: inserts only. */
@ApplicationScoped
class ComplaintRows {
  private static final String COLUMNS =
      "select id, number, customer_id, text_id, received_at from complaint";

  /** A complaint as received. */
  public record Received(
      UUID id, String number, CustomerId customerId, UUID textId, Instant receivedAt) {}

  String nextNumber(Handle handle, ControllerId controller, LocalDate day) {
    int last =
        handle
            .createQuery(
                "insert into complaint_number (controller_id, received_on, last) values (?, ?, 1)"
                    + " on conflict on constraint complaint_number_pk"
                    + " do update set last = complaint_number.last + 1 returning last")
            .bind(0, controller)
            .bind(1, day)
            .mapTo(Integer.class)
            .one();
    return String.format(Locale.ROOT, "TS%s-%04d", day.toString().replace("-", ""), last);
  }

  void insert(Handle handle, ControllerId controller, Received row, String channel) {
    handle.execute(
        "insert into complaint (controller_id, id, number, customer_id, text_id, received_at,"
            + " channel) values (?, ?, ?, ?, ?, ?, ?)",
        controller,
        row.id(),
        row.number(),
        row.customerId(),
        row.textId(),
        row.receivedAt(),
        channel);
  }

  Optional<Received> find(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + " where id = ?")
        .bind(0, id)
        .mapTo(Received.class)
        .findOne();
  }

  /** The complaint that a sealed text was filed with. */
  Optional<Received> findByText(Handle handle, UUID textId) {
    return handle
        .createQuery(COLUMNS + " where text_id = ?")
        .bind(0, textId)
        .mapTo(Received.class)
        .findOne();
  }

  /** Waits for other steps of the same complaint, so that two of them cannot both be next. */
  void lock(Handle handle, UUID id) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 1))")
        .bind(0, id.toString())
        .mapToMap()
        .one();
  }

  /** Newest first; {@code customer} limits to one customer, {@code before} continues a listing. */
  List<Received> list(
      Handle handle, @Nullable CustomerId customer, @Nullable UUID before, int limit) {
    return handle
        .createQuery(
            COLUMNS
                + " where (:customer::uuid is null or customer_id = :customer::uuid) and"
                + " (:before::uuid is null or id < :before::uuid) order by id desc limit :limit")
        .bind("customer", customer == null ? null : customer.toString())
        .bind("before", before == null ? null : before.toString())
        .bind("limit", limit)
        .mapTo(Received.class)
        .list();
  }

  /** Employees whom it is about. */
  List<String> concerned(Handle handle, UUID complaint) {
    return handle
        .createQuery(
            "select employee_no from complaint_concern where complaint_id = ? order by employee_no")
        .bind(0, complaint)
        .mapTo(String.class)
        .list();
  }

  Impartiality impartiality(Handle handle, UUID complaint) {
    return new Impartiality(Set.copyOf(concerned(handle, complaint)));
  }

  void concern(
      Handle handle,
      ControllerId controller,
      UUID complaint,
      String employeeNo,
      String namedBy,
      Instant at) {
    handle.execute(
        "insert into complaint_concern (controller_id, complaint_id, employee_no, named_by,"
            + " named_at) values (?, ?, ?, ?, ?) on conflict on constraint complaint_concern_pk do"
            + " nothing",
        controller,
        complaint,
        employeeNo,
        namedBy,
        at);
  }

  List<Step> steps(Handle handle, UUID complaint) {
    return handle
        .createQuery(
            "select kind, at, employee_no, text_id, promise_id, due_on from complaint_step"
                + " where complaint_id = ? order by sequence")
        .bind(0, complaint)
        .mapTo(Step.class)
        .list();
  }

  void append(Handle handle, ControllerId controller, UUID complaint, int sequence, Step step) {
    handle
        .createUpdate(
            "insert into complaint_step (controller_id, complaint_id, sequence, kind, at,"
                + " employee_no, text_id, promise_id, due_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(0, controller)
        .bind(1, complaint)
        .bind(2, sequence)
        .bind(3, step.kind().name())
        .bind(4, step.at())
        .bind(5, step.employeeNo())
        .bind(6, step.textId())
        .bind(7, step.promiseId())
        .bind(8, step.dueOn())
        .execute();
  }
}
