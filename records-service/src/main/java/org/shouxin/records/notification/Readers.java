package org.shouxin.records.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * Who reads a notice about a person: of a child under 14 the guardians, when they are known (K-15,
 * Minors regs 35), and of everybody else the person.
 */
@ApplicationScoped
class Readers {
  private final GuardianApi consent;

  Readers(@RestClient GuardianApi consent) {
    this.consent = consent;
  }

  /** At least one person. */
  List<CustomerId> of(ControllerId controller, CustomerId customer) {
    List<String> guardians =
        consent
            .guardians(new GuardianApi.Child(controller.value(), customer.toString()))
            .guardianIds();
    return guardians.isEmpty()
        ? List.of(customer)
        : guardians.stream().map(CustomerId::parse).toList();
  }
}
