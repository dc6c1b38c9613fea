package org.shouxin.platform.http;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which requests leave spans, chosen at the start and not at the build (D-104). The choice follows
 * from the trace's id alone, so every service makes the same one, and nobody outside can switch
 * tracing on by saying that her request is traced.
 */
class TraceSampling {
  private static final String SHARE = "shouxin.tracing.sampled";

  /**
   * @param share of all requests, 0 to 1
   */
  @Produces
  @Singleton
  Sampler sampler(@ConfigProperty(name = SHARE, defaultValue = "0") double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("start refused: " + SHARE + ": must be from 0 to 1");
    }
    return Sampler.traceIdRatioBased(share);
  }
}
