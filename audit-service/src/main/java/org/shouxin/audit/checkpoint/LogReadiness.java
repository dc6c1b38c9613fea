package org.shouxin.audit.checkpoint;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the stored log agrees with what was signed, a checkpoint is published, and this
 * replica sequences: one that waits for another could take no event.
 */
@Readiness
class LogReadiness implements HealthCheck {
  private final LogState state;
  private final Publisher publisher;

  @Inject
  LogReadiness(LogState state, Publisher publisher) {
    this.state = state;
    this.publisher = publisher;
  }

  @Override
  public HealthCheckResponse call() {
    String reason = state.haltedBecause();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("log")
            .status(state.isSound() && state.isLeading() && publisher.current().isPresent())
            .withData("leading", state.isLeading())
            .withData("witnesses", publisher.witnesses())
            .withData("cosignatures", publisher.cosignatures());
    return (reason == null ? answer : answer.withData("halted", reason)).build();
  }
}
