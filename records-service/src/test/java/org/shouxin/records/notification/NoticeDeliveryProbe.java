package org.shouxin.records.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Lets a test make the deliverer fetch orders now, or find an order as a crash left it. */
@ApplicationScoped
public class NoticeDeliveryProbe {
  private final NoticeDelivery delivery;
  private final StaffMails staff;
  private final NotificationConfig config;
  private final Database database;
  private final DeliveryLedger ledger;

  NoticeDeliveryProbe(
      NoticeDelivery delivery,
      StaffMails staff,
      NotificationConfig config,
      Database database,
      DeliveryLedger ledger) {
    this.delivery = delivery;
    this.staff = staff;
    this.config = config;
    this.database = database;
    this.ledger = ledger;
  }

  public void poll() {
    delivery.poll();
  }

  public void pollMailsToStaff() {
    staff.poll();
  }

  public Path folder() {
    return config.mailFolder().orElseThrow();
  }

  /** A process that died between the claim of the order and the end of its sending. */
  public void dieWhileSending(ControllerId controller, UUID order, CustomerId customer) {
    ledger.begin(controller, order, customer, List.of(customer));
  }

  public String state(ControllerId controller, UUID order) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery("select state from notice_delivery where order_id = ?")
                .bind(0, order)
                .mapTo(String.class)
                .one());
  }
}
