package org.shouxin.platform.startup;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Asks every {@link StartupCheck} first of all; a severe finding ends the start with one clear line
 * each.
 */
@ApplicationScoped
class StartupChecks {
  private static final Logger LOG = Logger.getLogger(StartupChecks.class);

  private final List<StartupCheck> checks;

  @Inject
  StartupChecks(@All List<StartupCheck> checks) {
    this.checks = checks;
  }

  void run(@Observes @Priority(1) StartupEvent starting) {
    List<StartupCheck.Finding> findings =
        checks.stream().flatMap(check -> check.findings().stream()).toList();
    for (StartupCheck.Finding finding : findings) {
      LOG.logf(
          finding.severe() ? Logger.Level.ERROR : Logger.Level.WARN,
          "%s: %s",
          finding.property(),
          finding.message());
    }
    List<StartupCheck.Finding> severe =
        findings.stream().filter(StartupCheck.Finding::severe).toList();
    if (!severe.isEmpty()) {
      throw new IllegalStateException(
          severe.stream()
              .map(finding -> finding.property() + ": " + finding.message())
              .collect(Collectors.joining("; ", "start refused: ", "")));
    }
  }
}
