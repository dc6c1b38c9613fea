package org.shouxin.consent.permission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/**
 * Keeps derivations beside the hot path: a decision never waits for its explanation. What does not
 * fit or cannot be written is counted and left out; the audit log still has the decision itself.
 */
@ApplicationScoped
class DerivationJournal {
  private static final Logger LOG = Logger.getLogger(DerivationJournal.class);

  /** How long a decision can be explained (product default). */
  private static final Duration KEPT = Duration.ofDays(90);

  private static final Duration CLEAN_EVERY = Duration.ofHours(1);

  private final Database database;
  private final ObjectMapper json;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final WaitingDerivations waiting = new WaitingDerivations();
  private final Map<ControllerId, Instant> cleaned = new HashMap<>();
  private volatile boolean running = true;

  DerivationJournal(Database database, ObjectMapper json, MeterRegistry metrics, Clock clock) {
    this.database = database;
    this.json = json;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Takes a derivation without waiting; it is put together later, by the writer. */
  void keep(ControllerId controller, int people, Supplier<Derivation> derivation) {
    if (!waiting.offer(new WaitingDerivations.Entry(controller, people, derivation))) {
      leftOut(1);
    }
  }

  Optional<Derivation> find(ControllerId controller, UUID decision) {
    return database
        .read(
            controller,
            handle ->
                handle
                    .createQuery("select content from permission_derivation where decision_id = ?")
                    .bind(0, decision)
                    .mapTo(String.class)
                    .findOne())
        .map(this::read);
  }

  void start(@Observes StartupEvent started) {
    Thread.ofPlatform().name("permission-derivations").daemon().start(this::run);
  }

  @PreDestroy
  void stop() {
    running = false;
  }

  private void run() {
    while (running) {
      List<WaitingDerivations.Entry> batch = List.of();
      try {
        batch = waiting.take();
        write(batch);
      } catch (InterruptedException stopping) {
        running = false;
      } catch (RuntimeException | AssertionError failed) {
        leftOut(batch.size());
        LOG.warnf("derivations left out: %s", failed.getClass().getSimpleName());
      } finally {
        waiting.done(batch);
      }
    }
  }

  private void write(List<WaitingDerivations.Entry> batch) {
    Map<ControllerId, List<Derivation>> byController = new HashMap<>();
    for (WaitingDerivations.Entry entry : batch) {
      byController
          .computeIfAbsent(entry.controller(), any -> new ArrayList<>())
          .add(entry.derivation().get());
    }
    byController.forEach(this::write);
  }

  private void write(ControllerId controller, List<Derivation> derivations) {
    database.write(
        controller,
        handle -> {
          int written =
              handle
                  .createUpdate(
                      """
                      insert into permission_derivation
                        (controller_id, decision_id, decided_at, actor_kind, actor_id, content)
                      select ?, d.id, d.at, d.kind, d.actor, d.content
                      from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[])
                        as d (id, at, kind, actor, content)
                      """)
                  .bind(0, controller)
                  .bind(1, derivations.stream().map(Derivation::id).toArray(UUID[]::new))
                  .bind(
                      2,
                      derivations.stream()
                          .map(d -> d.decidedAt().toString())
                          .toArray(String[]::new))
                  .bind(3, derivations.stream().map(Derivation::actorKind).toArray(String[]::new))
                  .bind(4, derivations.stream().map(Derivation::actorId).toArray(String[]::new))
                  .bind(5, derivations.stream().map(this::text).toArray(String[]::new))
                  .execute();
          cleanSometimes(handle, controller);
          return written;
        });
  }

  private void cleanSometimes(org.jdbi.v3.core.Handle handle, ControllerId controller) {
    Instant now = clock.instant();
    Instant last = cleaned.getOrDefault(controller, Instant.EPOCH);
    if (Duration.between(last, now).compareTo(CLEAN_EVERY) > 0) {
      handle
          .createUpdate("delete from permission_derivation where decided_at < ?")
          .bind(0, now.minus(KEPT).atOffset(ZoneOffset.UTC))
          .execute();
      cleaned.put(controller, now);
    }
  }

  private void leftOut(int count) {
    metrics.counter("shouxin.permission.derivations.left.out").increment(count);
  }

  private String text(Derivation derivation) {
    try {
      return json.writeValueAsString(KeptDerivation.of(derivation));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a derivation cannot be written as JSON", impossible);
    }
  }

  private Derivation read(String content) {
    try {
      JsonNode kept = json.readTree(content);
      return kept.has("derivation")
          ? json.treeToValue(kept, KeptDerivation.class).whole()
          : json.treeToValue(kept, Derivation.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("a stored derivation cannot be read", unreadable);
    }
  }
}
