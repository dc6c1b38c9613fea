package org.shouxin.audit.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.audit.monitor.rule.ActorKey;
import org.shouxin.audit.monitor.rule.ActorState;
import org.shouxin.audit.monitor.rule.Interception;
import org.shouxin.audit.monitor.rule.Observation;
import org.shouxin.audit.monitor.rule.RuleSet;
import org.shouxin.audit.monitor.rule.Score;
import org.shouxin.audit.monitor.rule.Signal;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.time.BusinessTime;

/**
 * Takes entries of one controller in, in their order: behaviour is scored; a reviewer's verdict,
 * which comes by the log as well, opens or locks. In the transaction that moves the cursor.
 */
@Singleton
class Scoring {
  private static final Logger LOG = Logger.getLogger(Scoring.class);
  private static final String CANARIES =
      "select subject_ref from monitor_canary where subject_ref = any(?)";

  private final RuleRows rules;
  private final ActorStates states;
  private final AlertRows alerts;
  private final AccessBlocks blocks;
  private final OwnEvents events;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final boolean enforce;

  @Inject
  Scoring(
      RuleRows rules,
      ActorStates states,
      AlertRows alerts,
      AccessBlocks blocks,
      OwnEvents events,
      Clock clock,
      MeterRegistry metrics,
      @ConfigProperty(name = "shouxin.monitor.enforce") boolean enforce) {
    this.rules = rules;
    this.states = states;
    this.alerts = alerts;
    this.blocks = blocks;
    this.events = events;
    this.clock = clock;
    this.metrics = metrics;
    this.enforce = enforce;
  }

  void takeIn(Handle handle, List<LoggedEntry> entries) {
    Set<UUID> canaries = canaries(handle, entries);
    RuleSet inForce = rules.inForce(handle, BusinessTime.today(clock));
    Map<ActorKey, ActorState> changed = new HashMap<>();
    for (LoggedEntry entry : entries) {
      if (entry.isOwn()) {
        decided(handle, entry, changed);
      } else {
        Observations.read(entry, canaries)
            .ifPresent(seen -> observe(handle, entry, seen, inForce, changed));
      }
    }
    states.save(handle, changed);
  }

  private void observe(
      Handle handle,
      LoggedEntry entry,
      Observation seen,
      RuleSet inForce,
      Map<ActorKey, ActorState> changed) {
    ActorState state = states.get(handle, seen.actor());
    changed.put(seen.actor(), state);
    Score score = state.observe(seen, inForce);
    if (state.reaches(score.interception())) {
      raise(handle, entry, seen, score);
    }
  }

  private void raise(Handle handle, LoggedEntry entry, Observation seen, Score score) {
    Alert alert =
        new Alert(
            Ids.next(),
            seen.actor(),
            seen.role(),
            score.interception(),
            score.total(),
            score.contributions(),
            score.ruleVersion(),
            entry.logIndex(),
            clock.instant(),
            new AlertState.Open());
    if (!alerts.insert(handle, alert)) {
      return;
    }
    String interception = alert.interception().label();
    metrics.counter("shouxin.monitor.alerts", "interception", interception).increment();
    LOG.warnf(
        "%s: %s of %s scores %.0f by %s",
        interception,
        alert.actor().reference(),
        seen.actor().controllerId(),
        alert.score(),
        alert.signals());
    if (enforce && alert.interception().compareTo(new Interception.Warned()) > 0) {
      blocks.set(handle, alert.actor(), alert.interception(), alert.id());
    }
    events.record(
        handle,
        AuditEvents.ofSystem(
                new ControllerId(seen.actor().controllerId()),
                "audit-service",
                "alert.raised",
                clock)
            .resource(
                "alert", alert.id().toString(), alert.signals().stream().map(Signal::name).toList())
            .concerns(alert.actor().reference())
            .count(Math.round(alert.score()))
            .reason(interception)
            .build());
  }

  /** A verdict takes effect here, in order with the entries that it is about. */
  private void decided(Handle handle, LoggedEntry entry, Map<ActorKey, ActorState> changed) {
    boolean lifted = entry.type().equals("alert.lifted");
    if (!lifted && !entry.type().equals("alert.confirmed")) {
      return;
    }
    String id = Objects.toString(entry.content().path("resource").path("id").textValue(), "");
    Optional<Alert> found = alerts.find(handle, Ids.parse(id));
    if (found.isEmpty()) {
      return;
    }
    Alert alert = found.get();
    ActorState state = states.get(handle, alert.actor());
    changed.put(alert.actor(), state);
    if (lifted) {
      state.lift(
          alert.signals(),
          OffsetDateTime.parse(entry.content().path("occurredAt").asText()).toInstant());
      blocks.clear(handle, alert.actor());
    } else {
      blocks.set(handle, alert.actor(), new Interception.Locked(), alert.id());
    }
  }

  private static Set<UUID> canaries(Handle handle, List<LoggedEntry> entries) {
    Set<UUID> people =
        entries.stream()
            .map(entry -> Observations.person(entry.content()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new HashSet<>(
        handle.createQuery(CANARIES).bindArray(0, UUID.class, people).mapTo(UUID.class).list());
  }
}
