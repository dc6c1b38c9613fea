package org.shouxin.audit.entry;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;

/**
 * Raises the alarm for each event that was kept out of the log: a metric by reason, a line in the
 * service's own log, and what the health answer tells. None names a value that was reported.
 */
@Singleton
class IntakeAlarms {
  private static final Logger LOG = Logger.getLogger(IntakeAlarms.class);

  private final MeterRegistry metrics;
  private final AtomicLong quarantined = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private volatile @Nullable String last;

  @Inject
  IntakeAlarms(MeterRegistry metrics) {
    metrics.gauge(
        "shouxin.audit.kept.out", this, alarms -> alarms.quarantined() + alarms.refused());
    this.metrics = metrics;
  }

  /** An event broke the rules of entries; an entry that says so takes its place. */
  void quarantined(String source, long position, Refusal refusal) {
    String reason = refusal.reason().name();
    quarantined.incrementAndGet();
    last = reason;
    metrics.counter("shouxin.audit.quarantined", "reason", reason).increment();
    LOG.errorf("event %d of %s is quarantined: %s %s", position, source, reason, refusal.field());
  }

  /** A source left a gap or reported another event at a stored position: nothing is stored. */
  void refused(String source, long position, ProblemCode reason) {
    refused.incrementAndGet();
    last = reason.name();
    metrics.counter("shouxin.audit.refused", "reason", reason.name()).increment();
    LOG.errorf("events from %d of %s are refused: %s", position, source, reason);
  }

  long quarantined() {
    return quarantined.get();
  }

  long refused() {
    return refused.get();
  }

  /** Why the last event was kept out; null while none was. */
  @Nullable String last() {
    return last;
  }
}
