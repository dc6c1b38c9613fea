package org.shouxin.records.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;

/** What became of each order, so that none becomes two mails. */
@ApplicationScoped
class DeliveryLedger {
  private static final String BEGIN =
      "insert into notice_delivery (controller_id, order_id, customer_id, state, changed_at)"
          + " values (?, ?, ?, 'SENDING', ?) on conflict on constraint notice_delivery_pk"
          + " do update set state = 'SENDING', changed_at = excluded.changed_at"
          + " where notice_delivery.state = 'RETRY'";
  private static final String END =
      "update notice_delivery set state = ?, changed_at = ? where order_id = ?";

  private final Database database;
  private final AuditOutbox audit;
  private final Clock clock;

  DeliveryLedger(Database database, AuditOutbox audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** How an order ended before; one that was left in the middle of sending may have left. */
  Optional<Outcome> findEnded(ControllerId controller, UUID order) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery("select state from notice_delivery where order_id = ?")
                .bind(0, order)
                .mapTo(String.class)
                .findOne()
                .filter(state -> !state.equals("RETRY"))
                .map(
                    state -> state.equals("SENDING") ? Outcome.UNCERTAIN : Outcome.valueOf(state)));
  }

  /**
   * Claims the order for one try; with it, in one commit, go the events that the readers' addresses
   * were read (promise 1). False when another replica was first.
   */
  boolean begin(
      ControllerId controller, UUID order, CustomerId customer, List<CustomerId> reading) {
    return database.write(
        controller,
        handle -> {
          int begun = handle.execute(BEGIN, controller, order, customer, clock.instant());
          if (begun == 1) {
            reading.forEach(reader -> recordRead(handle, controller, reader));
          }
          return begun == 1;
        });
  }

  void end(ControllerId controller, UUID order, Outcome outcome) {
    database.write(
        controller, handle -> handle.execute(END, outcome.name(), clock.instant(), order));
  }

  private void recordRead(Handle handle, ControllerId controller, CustomerId customer) {
    audit.record(
        handle,
        AuditEvents.ofSystem(controller, "records-service", "record.read", clock)
            .subject(customer)
            .purpose("P-21")
            .legalBasis("PIPL 13(3), 57")
            .resource("customer", customer.toString(), List.of("email"))
            .channel("MAIL")
            .build());
  }
}
