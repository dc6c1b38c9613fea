package org.shouxin.gateway.guard;

import io.smallrye.config.ConfigMapping;

/** How many requests a caller may send, over all replicas together (D-99). */
@ConfigMapping(prefix = "shouxin.rate")
public interface RateLimits {

  /** Most replicas that run at the same time: each grants its share. */
  int replicas();

  /** Requests a minute of one partner. */
  int partnerPerMinute();

  /** Requests of one partner at once. */
  int partnerBurst();

  /** Requests a minute of a partner whose behaviour is unusual (R-AU-03). */
  int narrowedPerMinute();

  /** Requests of such a partner at once. */
  int narrowedBurst();

  /** Requests a minute of one person. */
  int personPerMinute();

  /** Requests of one person at once. */
  int personBurst();
}
