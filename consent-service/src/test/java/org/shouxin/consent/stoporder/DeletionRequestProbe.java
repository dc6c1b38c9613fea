package org.shouxin.consent.stoporder;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets a test make the service fetch and bring requests now. */
@ApplicationScoped
public class DeletionRequestProbe {
  private final DeletionRequestDelivery delivery;

  DeletionRequestProbe(DeletionRequestDelivery delivery) {
    this.delivery = delivery;
  }

  public void poll() {
    delivery.poll();
  }
}
