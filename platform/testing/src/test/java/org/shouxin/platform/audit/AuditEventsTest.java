package org.shouxin.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;

class AuditEventsTest {

  @Test
  void anIdThatACallerMadeUpFromAMobileNumberIsNotWritten() {
    CustomerId made = new CustomerId(UUID.fromString("0a1b2c3d-0000-4000-8000-a13800138000"));
    AuditEvent event = about(made);
    assertThat(event.subjectRef()).isNull();
    assertThat(event.resource())
        .isEqualTo(new AuditEvent.ResourceRef("customer", null, null, null));
  }

  @Test
  void anIdThatWeGaveOutIsWritten() {
    CustomerId given = new CustomerId(Ids.random());
    assertThat(about(given).subjectRef()).isEqualTo(given.toString());
  }

  private static AuditEvent about(CustomerId customer) {
    return AuditEvents.ofSystem(
            new ControllerId("ctl-donghai"), "test-service", "access.denied", Clock.systemUTC())
        .subject(customer)
        .resource("customer", customer.toString())
        .build();
  }
}
