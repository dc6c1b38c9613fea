package org.shouxin.audit.entry;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells how many events this replica kept out since it started; never a reason to stop it. */
@Readiness
class IntakeHealth implements HealthCheck {
  private final IntakeAlarms alarms;

  @Inject
  IntakeHealth(IntakeAlarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("intake")
            .up()
            .withData("quarantined", alarms.quarantined())
            .withData("refused", alarms.refused());
    String last = alarms.last();
    return (last == null ? answer : answer.withData("lastReason", last)).build();
  }
}
