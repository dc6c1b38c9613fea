package org.shouxin.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.shouxin.bench.consent.PartnerConsent;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.HttpStatusException;
import org.shouxin.launcher.Installation;
import org.shouxin.launcher.LauncherException;

/**
 * Load on a system that fails: a partner who reads, a customer who gives and withdraws, a service
 * that reports events (and repeats itself, and leaves gaps), and somebody who keeps every
 * checkpoint. Each writes into the {@link History} only what it was answered.
 */
final class Callers implements AutoCloseable {
  private static final int READERS = 3;
  private static final int MOST_EVENTS = 5;
  private static final long BACK_OFF_MILLIS = 100;
  private static final Duration TOKEN_LASTS = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{11}");

  /**
   * A consent whose answer was lost may be given later, when what was paused goes on: for so long
   * nobody can say that none is in force.
   */
  private static final long UNCERTAIN_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Http http = new Http();
  private final Installation installation;
  private final History history;
  private final PartnerConsent consent;
  private final URI graphql;
  private final URI events;
  private final AtomicLong answers = new AtomicLong();
  private final AtomicLong stored = new AtomicLong();
  private final Map<String, Long> refusals = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running = true;

  private Callers(Installation installation, History history) {
    this.installation = installation;
    this.history = history;
    this.consent = new PartnerConsent(installation);
    this.graphql = installation.url(Component.GATEWAY).resolve("/graphql");
    this.events = installation.url(Component.AUDIT).resolve("/v1/events");
  }

  static Callers start(Installation installation, History history, long seed) {
    Callers callers = new Callers(installation, history);
    for (int i = 0; i < READERS; i++) {
      callers.begin(callers::read);
    }
    callers.begin(() -> callers.giveAndWithdraw(new Random(seed)));
    callers.begin(() -> callers.report(new Random(seed + 1)));
    callers.begin(callers::keepCheckpoints);
    return callers;
  }

  /** Reads and reports answered until now: it goes on while both grow. */
  record Progress(long reads, long events) {
    boolean isBeyond(Progress before) {
      return reads > before.reads && events > before.events;
    }
  }

  Progress progress() {
    return new Progress(answers.get(), stored.get());
  }

  /** What callers were told instead of an answer since that moment. */
  List<String> refusedSince(long moment) {
    return refusals.entrySet().stream()
        .filter(refusal -> refusal.getValue() >= moment)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void begin(Runnable work) {
    threads.add(Thread.ofVirtual().start(work));
  }

  private interface Turn {
    void take();
  }

  /** Again and again; who gets no answer waits a little, as any client does. */
  private void repeat(Turn turn) {
    while (running) {
      try {
        turn.take();
      } catch (LauncherException | HttpStatusException noAnswer) {
        refusals.put(String.valueOf(noAnswer.getMessage()), System.nanoTime());
        pause(BACK_OFF_MILLIS);
      } catch (RuntimeException wrong) {
        history.misbehaviour().add("a caller cannot go on: " + wrong);
        return;
      }
    }
  }

  private void read() {
    ObjectNode body = JSON.createObjectNode();
    body.put(
        "query",
        "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { name decision { id } } }");
    body.putObject("variables").put("id", consent.customerId());
    Token token = new Token(PartnerConsent.PARTNER);
    repeat(() -> {
      String value = token.value();
      long started = System.nanoTime();
      JsonNode answer = http.post(graphql, value, body);
      long ended = System.nanoTime();
      JsonNode person = answer.path("data").path("customer");
      history
          .reads()
          .add(new History.Read(started, ended, person.path("decision").path("id").asText("")));
      if (answer.path("errors").isEmpty()) {
        answers.incrementAndGet();
        pause(10);
      } else {
        refusals.put(answer.path("errors").toString(), System.nanoTime());
        pause(BACK_OFF_MILLIS);
      }
    });
  }

  private void giveAndWithdraw(Random random) {
    Token token = new Token(PartnerConsent.CUSTOMER);
    AtomicLong certainFrom = new AtomicLong(System.nanoTime());
    repeat(() -> {
      String id;
      try {
        id = consent.give();
      } catch (LauncherException | HttpStatusException unknown) {
        certainFrom.set(System.nanoTime() + UNCERTAIN_NANOS);
        throw unknown;
      }
      pause(200 + random.nextInt(400));
      consent.withdraw(id, token.value());
      long from = System.nanoTime();
      pause(300 + random.nextInt(500));
      if (from > certainFrom.get()) {
        history.silences().add(new History.Silence(from, System.nanoTime()));
      }
    });
  }

  /** As the outbox of a service: dense positions, said again until they are acknowledged. */
  private void report(Random random) {
    // Not by the seed: a source of an earlier run has its events.
    String source = "records-service." + HexFormat.of().toHexDigits((int) System.nanoTime());
    Token token = new Token("records-service");
    List<ObjectNode> written = new ArrayList<>();
    repeat(() -> {
      int next = (int) (long) history.acknowledged().getOrDefault(source, 0L);
      for (int more = next + 1 + random.nextInt(MOST_EVENTS); written.size() < more; ) {
        written.add(event());
      }
      boolean again = random.nextInt(4) == 0 && next > 0;
      int from = again ? random.nextInt(next) : next;
      if (random.nextInt(10) == 0) {
        leaveAGap(source, token, written.size());
      }
      JsonNode answer = http.post(events, token.value(), batch(source, from, written));
      long position = answer.path("nextPosition").asLong();
      if (position < written.size()) {
        history.misbehaviour().add("acknowledged less than was reported");
      }
      history.acknowledged().merge(source, position, Math::max);
      stored.set(position);
      pause(20);
    });
  }

  /** What came too early has to be refused, with the position that is expected. */
  private void leaveAGap(String source, Token token, int known) {
    try {
      JsonNode unused =
          http.post(events, token.value(), batch(source, known + 3, List.of(event()), known + 3));
      history.misbehaviour().add("a gap was acknowledged");
    } catch (HttpStatusException refused) {
      if (refused.status() / 100 == 2) {
        throw refused;
      }
    }
  }

  private static ObjectNode batch(String source, int from, List<ObjectNode> written) {
    return batch(source, from, written.subList(from, written.size()), from);
  }

  private static ObjectNode batch(String source, int from, List<ObjectNode> events, int first) {
    ObjectNode body = JSON.createObjectNode().put("source", source).put("firstPosition", first);
    ArrayNode list = body.putArray("events");
    events.forEach(list::add);
    return body;
  }

  private static ObjectNode event() {
    ObjectNode event = JSON.createObjectNode();
    event.put("eventId", id()).put("controllerId", "ctl-bench");
    event.put("occurredAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("type", "record.read");
    event.putObject("actor").put("kind", "employee").put("id", "1024");
    event.put("subjectRef", id()).put("purpose", "P-04");
    event.put("legalBasis", "PIPL 13(2)");
    event.putObject("resource").put("type", "customer").putArray("fields").add("name");
    event
        .putObject("decision")
        .put("id", id())
        .put("permitted", true)
        .put("rule", "CONTRACT")
        .put("ruleVersion", "2026-11-01");
    return event;
  }

  /** Like the ids of a service: none with a run of digits that reads as a mobile number. */
  private static String id() {
    while (true) {
      String id = UUID.randomUUID().toString();
      if (!LONG_NUMBER.matcher(id).find()) {
        return id;
      }
    }
  }

  private void keepCheckpoints() {
    LogReader log = new LogReader(installation);
    repeat(() -> {
      Checkpoint seen = log.checkpoint();
      history.published(seen.size(), seen.root());
      pause(BACK_OFF_MILLIS);
    });
  }

  /** An access token that is fetched anew in time, and kept while nobody gives another. */
  private final class Token {
    private final String owner;
    private String value;
    private Instant fetched;

    Token(String owner) {
      this.owner = owner;
      this.value = installation.token(owner);
      this.fetched = Instant.now();
    }

    String value() {
      if (fetched.plus(TOKEN_LASTS).isBefore(Instant.now())) {
        fetched = Instant.now();
        value = installation.token(owner);
      }
      return value;
    }
  }

  private static void pause(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** Ends the load; returns when nobody asks any more. */
  @Override
  public void close() {
    running = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
