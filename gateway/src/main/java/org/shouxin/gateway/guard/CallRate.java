package org.shouxin.gateway.guard;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.identity.TokenClaims;

/**
 * How fast one caller may ask: partners by their partner id over all their connections, people by
 * their account (R-PT-03). Counted as the generic cell rate algorithm does, one instant a caller.
 * Each replica counts for itself and grants its share, so that all together never grant more than
 * agreed (D-99).
 */
@ApplicationScoped
class CallRate {
  private static final Logger LOG = Logger.getLogger(CallRate.class);
  private static final int MOST_CALLERS = 20_000;
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Clock clock;
  private final MeterRegistry meters;
  private final Pace partners;
  private final Pace narrowed;
  private final Pace people;

  /** When each caller's next request is due if it kept exactly to its rate. */
  private final ConcurrentMap<String, Instant> due = new ConcurrentHashMap<>();

  private final ConcurrentMap<String, Instant> told = new ConcurrentHashMap<>();

  /** One request each {@code interval}, {@code burst} at once. */
  private record Pace(Duration interval, Duration tolerance) {

    /** The share of one of {@code replicas}; at least one request at once. */
    static Pace of(int perMinute, int burst, int replicas) {
      Duration interval = Duration.ofMinutes(replicas).dividedBy(perMinute);
      return new Pace(interval, interval.multipliedBy(Math.max(1, burst / replicas) - 1L));
    }
  }

  @Inject
  CallRate(RateLimits limits, Clock clock, MeterRegistry meters) {
    this.clock = clock;
    this.meters = meters;
    this.partners = Pace.of(limits.partnerPerMinute(), limits.partnerBurst(), limits.replicas());
    this.narrowed = Pace.of(limits.narrowedPerMinute(), limits.narrowedBurst(), limits.replicas());
    this.people = Pace.of(limits.personPerMinute(), limits.personBurst(), limits.replicas());
  }

  /** What {@code Retry-After} says of a wait: whole seconds, never too few. */
  static String retryAfter(Duration wait) {
    return Long.toString(wait.toSeconds() + 1);
  }

  /** How long the caller has to wait; zero when the request may go on, which then counts. */
  Duration take(SecurityIdentity caller) {
    return take(caller, false);
  }

  /**
   * As {@link #take(SecurityIdentity)}.
   *
   * @param unusual whether the monitor found the caller's behaviour unusual: a partner is slowed
   */
  Duration take(SecurityIdentity caller, boolean unusual) {
    boolean partner = caller.hasRole(Role.Names.PARTNER);
    String kind = !partner ? "person " : unusual ? "unusual partner " : "partner ";
    String key = kind + name(caller, partner);
    Duration wait = take(key, !partner ? people : unusual ? narrowed : partners);
    if (!wait.isZero()) {
      meters.counter("shouxin.rate.limited", "caller", partner ? "partner" : "person").increment();
      if (partner) {
        tell(key);
      }
    }
    return wait;
  }

  /** Tells the operator once a minute for each partner; the metric counts every refusal. */
  private void tell(String partner) {
    Instant now = clock.instant();
    Instant last = told.get(partner);
    if (last == null || last.plus(QUIET).isBefore(now)) {
      told.put(partner, now);
      LOG.warnf("%s asks faster than agreed", partner);
    }
  }

  private Duration take(String key, Pace pace) {
    Instant now = clock.instant();
    forgetIfMany(now);
    Duration[] wait = {Duration.ZERO};
    due.compute(
        key,
        (caller, before) -> {
          Instant next = before == null || before.isBefore(now) ? now : before;
          Duration early = Duration.between(now, next).minus(pace.tolerance());
          if (early.isPositive()) {
            wait[0] = early;
            return before;
          }
          return next.plus(pace.interval());
        });
    return wait[0];
  }

  private void forgetIfMany(Instant now) {
    if (due.size() > MOST_CALLERS) {
      due.values().removeIf(next -> next.isBefore(now));
    }
  }

  private static String name(SecurityIdentity caller, boolean partner) {
    if (caller.getPrincipal() instanceof JsonWebToken token) {
      String partnerId = partner ? TokenClaims.text(caller, "partner_id") : null;
      return partnerId == null ? subject(token) : partnerId;
    }
    return caller.getPrincipal().getName();
  }

  private static String subject(JsonWebToken token) {
    @Nullable String subject = token.getSubject();
    return subject == null ? token.getName() : subject;
  }
}
