package org.shouxin.audit.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;

/**
 * Follows the log a tenth of a second behind: a window of durable entries is scored, and its
 * states, alerts, blocks and the cursor commit together. Whoever dies before the commit scores the
 * window again; replicas take turns by the cursor's row.
 */
@Singleton
class Monitor {
  private static final Logger LOG = Logger.getLogger(Monitor.class);
  private static final int WINDOW = 2_000;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;
  private static final String CURSOR = "select next_log_index from monitor_cursor for update";
  private static final String ENTRIES =
      "select log_index, entry from log_entry where log_index >= ? and log_index < ? order by log_index";

  /** An entry as stored. */
  public record Row(long logIndex, String entry) {}

  private final Database database;
  private final Scoring scoring;
  private final ActorStates states;
  private final ObjectMapper json;
  private final MeterRegistry metrics;
  private final Duration pause;
  private final AtomicLong behind = new AtomicLong();
  private long expected = -1;
  private volatile boolean running = true;

  @Inject
  Monitor(
      Database database,
      Scoring scoring,
      ActorStates states,
      ObjectMapper json,
      MeterRegistry metrics,
      @ConfigProperty(name = "shouxin.monitor.pause") Duration pause) {
    this.database = database;
    this.scoring = scoring;
    this.states = states;
    this.json = json;
    this.metrics = metrics;
    this.pause = pause;
    metrics.gauge("shouxin.monitor.behind", behind, AtomicLong::get);
  }

  void start(@Observes StartupEvent started) {
    Thread.ofPlatform().name("monitor").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) {
    running = false;
  }

  private void run() {
    long wait = pause.toMillis();
    while (running) {
      try {
        Thread.sleep(wait);
        while (running && database.systemWrite(this::nextWindow)) {
          // Each window is a transaction of its own.
        }
        wait = pause.toMillis();
      } catch (InterruptedException stop) {
        running = false;
      } catch (RuntimeException | AssertionError failed) {
        states.forget();
        expected = -1;
        metrics.counter("shouxin.monitor.failures").increment();
        wait = Math.min(LONGEST_PAUSE_MILLIS, wait * 2);
        if (running) {
          LOG.warnf(failed, "the monitor tries again in %d ms", wait);
        }
      }
    }
  }

  /** True when there may be more. */
  private boolean nextWindow(Handle handle) {
    long head = handle.createQuery("select size from log_head").mapTo(Long.class).one();
    behind.set(expected < 0 ? 0 : head - expected);
    if (head == expected) {
      return false;
    }
    long from = handle.createQuery(CURSOR).mapTo(Long.class).one();
    long to = Math.min(head, from + WINDOW);
    if (from != expected) {
      states.forget(); // The first window, or another replica went on meanwhile.
    }
    byController(handle.createQuery(ENTRIES).bind(0, from).bind(1, to).mapTo(Row.class).list())
        .forEach((controller, entries) -> {
          bind(handle, controller);
          scoring.takeIn(handle, entries);
        });
    handle.execute("update monitor_cursor set next_log_index = ?", to);
    expected = to;
    return to < head;
  }

  private Map<String, List<LoggedEntry>> byController(List<Row> rows) {
    Map<String, List<LoggedEntry>> entries = new LinkedHashMap<>();
    for (Row row : rows) {
      try {
        LoggedEntry entry = new LoggedEntry(row.logIndex(), json.readTree(row.entry()));
        entries.computeIfAbsent(entry.controllerId(), _ -> new ArrayList<>()).add(entry);
      } catch (JsonProcessingException changed) {
        // Somebody changed the entry; verifiers name it. Monitoring goes on with the others.
        metrics.counter("shouxin.monitor.unreadable").increment();
        LOG.errorf("entry %d is not JSON and is not scored", row.logIndex());
      }
    }
    return entries;
  }

  private static void bind(Handle handle, String controller) {
    handle
        .createQuery("select set_config('shouxin.controller', ?, true)")
        .bind(0, controller)
        .mapToMap()
        .one();
  }
}
