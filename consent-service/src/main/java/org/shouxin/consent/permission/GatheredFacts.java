package org.shouxin.consent.permission;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.gathering.GatheringQueue;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Reads facts for all who ask at the same moment together, as group commit writes for all: while
 * one transaction runs, the next questions gather. A question is read by a transaction that begins
 * after it was asked, so that whatever was committed before is seen (promise 3); a question alone
 * waits for nobody.
 */
@ApplicationScoped
class GatheredFacts {
  private static final int QUEUE_LIMIT = 4_096;

  /** A transaction about so many is not made longer. */
  private static final int ENOUGH_PEOPLE = 200;

  private static final int READERS = 2;
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final long WAIT_SECONDS = 10;

  private final Database database;
  private final FactsReader facts;
  private final CallerStanding callers;
  private final Clock clock;
  private final GatheringQueue<Waiting> queue =
      new GatheringQueue<>(QUEUE_LIMIT, ENOUGH_PEOPLE, waiting -> waiting.asked().people().size());
  private volatile boolean running = true;

  GatheredFacts(Database database, FactsReader facts, CallerStanding callers, Clock clock) {
    this.database = database;
    this.facts = facts;
    this.callers = callers;
    this.clock = clock;
  }

  /** All that was read for one question, and when: no earlier than the question. */
  record Loaded(FactsReader.Read read, CallerStanding.@Nullable Objection objection, Instant now) {}

  private record Caller(Actor actor, String purpose) {}

  private record Waiting(
      Caller caller, FactsReader.Asked asked, CompletableFuture<Loaded> answer) {}

  /**
   * Facts about people, as the actor asks for a purpose.
   *
   * @throws ProblemException OVERLOADED when too many wait
   */
  Loaded about(Actor actor, String purpose, List<UUID> people) {
    Waiting waiting =
        new Waiting(
            new Caller(actor, purpose),
            FactsReader.Asked.by(actor, purpose, people),
            new CompletableFuture<>());
    if (!running || !queue.offer(waiting)) {
      throw new ProblemException(ProblemCode.OVERLOADED);
    }
    try {
      return waiting.answer().get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException("facts could not be read", failed.getCause());
    } catch (TimeoutException tooLate) {
      throw new ProblemException(ProblemCode.OVERLOADED, null, tooLate);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ProblemException(ProblemCode.OVERLOADED, null, interrupted);
    }
  }

  void start(@Observes StartupEvent started) {
    for (int i = 0; i < READERS; i++) {
      Thread.ofPlatform().name("permission-facts-" + i).daemon().start(this::run);
    }
  }

  @PreDestroy
  void stop() {
    running = false;
  }

  private void run() {
    while (running || queue.size() > 0) {
      try {
        answer(queue.take(PATIENCE));
      } catch (InterruptedException stopping) {
        running = false;
      }
    }
  }

  private void answer(List<Waiting> gathered) {
    Map<ControllerId, List<Waiting>> byController = new LinkedHashMap<>();
    for (Waiting waiting : gathered) {
      byController
          .computeIfAbsent(waiting.caller().actor().controller(), _ -> new ArrayList<>())
          .add(waiting);
    }
    byController.forEach((controller, questions) -> {
      try {
        Instant now = clock.instant();
        List<Loaded> loaded = database.lookup(controller, handle -> read(handle, questions, now));
        for (int i = 0; i < questions.size(); i++) {
          questions.get(i).answer().complete(loaded.get(i));
        }
      } catch (RuntimeException | AssertionError failed) {
        // Each asker is told; the next questions are read anew.
        questions.forEach(waiting -> waiting.answer().completeExceptionally(failed));
      }
    });
  }

  private List<Loaded> read(Handle handle, List<Waiting> questions, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, BusinessTime.ZONE);
    List<FactsReader.Read> reads =
        facts.read(handle, questions.stream().map(Waiting::asked).toList(), now);
    Map<Caller, CallerStanding.@Nullable Objection> objections = new HashMap<>();
    List<Loaded> loaded = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Caller caller = questions.get(i).caller();
      if (!objections.containsKey(caller)) {
        objections.put(caller, callers.objection(handle, caller.actor(), caller.purpose(), today));
      }
      loaded.add(new Loaded(reads.get(i), objections.get(caller), now));
    }
    return loaded;
  }
}
