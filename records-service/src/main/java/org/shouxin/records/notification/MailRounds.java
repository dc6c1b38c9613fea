package org.shouxin.records.notification;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/** Takes orders of mails in rounds until none waits, and counts how they end. */
@ApplicationScoped
class MailRounds {
  private static final Logger LOG = Logger.getLogger(MailRounds.class);

  /** Few enough that slow mails end within the lease of their orders. */
  private static final int ROUND = 10;

  private final MeterRegistry metrics;

  MailRounds(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** Whom mails go to; a label of the metrics. */
  enum Audience {
    CUSTOMERS,
    STAFF
  }

  /**
   * Takes rounds until one is not full. Whoever keeps the orders may be away: they wait.
   *
   * @param round takes on at most so many orders, and says how many there were
   */
  void run(Audience audience, ToIntFunction<Integer> round) {
    try {
      while (round.applyAsInt(ROUND) == ROUND) {
        // The next round waits already.
      }
    } catch (RuntimeException away) {
      metrics.counter("shouxin.notification.failures", "audience", audience.name()).increment();
      LOG.warnf("mails to %s wait: %s", audience, away.getClass().getSimpleName());
    }
  }

  /** One order that fails keeps no other one back; it is tried again. */
  <T> Outcome sendAlone(
      Audience audience, T order, Function<T, String> id, Function<T, Outcome> send) {
    Outcome outcome;
    try {
      outcome = send.apply(order);
    } catch (RuntimeException failed) {
      LOG.errorf("order %s: %s", id.apply(order), failed.getClass().getSimpleName());
      outcome = Outcome.RETRY;
    }
    metrics
        .counter(
            "shouxin.notification.mails", "outcome", outcome.name(), "audience", audience.name())
        .increment();
    return outcome;
  }

  /**
   * How an order ended that was several mails: tried again while one of them has not left, else
   * told when somebody was told.
   */
  static Outcome together(List<Outcome> mails) {
    return List.of(Outcome.RETRY, Outcome.SENT, Outcome.UNCERTAIN).stream()
        .filter(mails::contains)
        .findFirst()
        .orElse(Outcome.NO_ADDRESS);
  }
}
