package org.shouxin.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.shouxin.platform.problem.ProblemException;

/**
 * Carries events to audit-service, in order, at least once, for as long as it takes. Waits with
 * growing pauses while audit-service or the identity provider is away; wakes at once when something
 * was written.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final long IDLE_MILLIS = 1_000;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final OutboxDelivery delivery;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running = true;
  private volatile double ageOfOldest;
  private volatile Instant looked = Instant.EPOCH;

  @Inject
  OutboxRelay(OutboxDelivery delivery, MeterRegistry metrics, Clock clock) {
    this.delivery = delivery;
    this.metrics = metrics;
    this.clock = clock;
    metrics.gauge("shouxin.audit.outbox.age.seconds", this, relay -> relay.ageOfOldest);
  }

  void start(@Observes StartupEvent started) {
    Thread.ofPlatform().name("audit-outbox-relay").daemon().start(this::run);
  }

  /** Tells the relay that something was, or is about to be, committed. */
  void wakeSoon() {
    if (wake.availablePermits() == 0) {
      wake.release();
    }
  }

  private void run() {
    long pause = 0;
    while (running) {
      try {
        if (pause > 0) {
          Thread.sleep(pause);
        } else if (!wake.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
          // Nothing was announced: look anyway, another replica or a crash may have left rows.
          LOG.tracef("looking for events that nobody announced");
        }
        wake.drainPermits();
        lookAtAge();
        boolean more = true;
        while (running && more) {
          more = delivery.deliverNext();
        }
        pause = delivery.rowsInFlight() ? 5 : 0;
      } catch (InterruptedException stop) {
        running = false;
      } catch (RuntimeException | AssertionError away) {
        metrics.counter("shouxin.audit.outbox.failures").increment();
        pause = Math.min(LONGEST_PAUSE_MILLIS, Math.max(100, pause * 2));
        LOG.warnf("audit events wait %d ms: %s", pause, nameOf(away));
      }
    }
  }

  /** At most once a second: it is a query. */
  private void lookAtAge() {
    Instant now = clock.instant();
    if (now.isAfter(looked.plusMillis(IDLE_MILLIS))) {
      ageOfOldest = delivery.ageOfOldest();
      looked = now;
    }
  }

  private static String nameOf(Throwable away) {
    return away instanceof ProblemException problem
        ? problem.code().name()
        : away.getClass().getSimpleName();
  }

  @PreDestroy
  void stop() {
    running = false;
    wakeSoon();
  }
}
