package org.shouxin.platform.refusal;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.RejectedToken;
import org.shouxin.platform.identity.RejectedTokens;
import org.shouxin.platform.problem.ProblemCode;

/**
 * A token that was given for somebody else leaves an {@code access.denied}: of whom it names where
 * our realm signed it for another client, and of nobody where another realm did. The answer does
 * not wait, since the event loop gives it.
 */
@ApplicationScoped
class ForeignTokens implements RejectedTokens {
  private static final Logger LOG = Logger.getLogger(ForeignTokens.class);
  private static final ControllerId NOBODYS = new ControllerId("ctl-none");

  private final Instance<RefusalLog> log;
  private final Bouts bouts;
  private final Clock clock;
  private final String service;
  private final ExecutorService threads;

  @Inject
  ForeignTokens(
      Instance<RefusalLog> log,
      Bouts bouts,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @VirtualThreads ExecutorService threads) {
    this.log = log;
    this.bouts = bouts;
    this.clock = clock;
    this.service = service;
    this.threads = threads;
  }

  @Override
  public void rejected(RejectedToken token) {
    if (!log.isResolvable()) {
      return;
    }
    Actor actor = token.actor();
    AuditEvents event =
        actor == null
            ? AuditEvents.ofSystem(NOBODYS, service, "access.denied", clock)
            : AuditEvents.of(actor, "access.denied", clock);
    event.resource("token", null).reason(ProblemCode.UNAUTHENTICATED.name());
    if (bouts.begins("token " + token.kind(), others -> write(event.count(others)))) {
      threads.execute(() -> write(event));
    }
  }

  private void write(AuditEvents event) {
    try {
      log.get().record(event.build());
    } catch (RuntimeException unstored) {
      LOG.errorf("a refusal left no event: %s", unstored.getClass().getSimpleName());
    }
  }
}
