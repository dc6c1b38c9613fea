package org.shouxin.platform.startup;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/**
 * Counters that an alert watches exist from the start, at zero: a counter that appears with its
 * first fault has no increase, and the first fault would alarm nobody. Each service lists them in
 * {@code META-INF/shouxin-alarms.txt}, a line each.
 */
@ApplicationScoped
class AlarmCounters {
  private static final String RESOURCE = "META-INF/shouxin-alarms.txt";

  private final MeterRegistry metrics;

  @Inject
  AlarmCounters(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  void register(@Observes StartupEvent starting) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      for (URL resource : Collections.list(loader.getResources(RESOURCE))) {
        try (InputStream in = resource.openStream()) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .forEach(metrics::counter);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
