package org.shouxin.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what the callers wrote down with what the log says, promise by promise. */
final class LogCheck {
  private final History history;
  private final LogReader.Reading log;
  private final List<String> broken = new ArrayList<>();

  private LogCheck(History history, LogReader.Reading log) {
    this.history = history;
    this.log = log;
  }

  /** Every promise that does not hold, in words; nothing when all hold. */
  static List<String> broken(History history, LogReader.Reading log) {
    LogCheck check = new LogCheck(history, log);
    check.broken.addAll(history.misbehaviour());
    check.everyCheckpointIsOfThisLog();
    check.sourcesAreWhole();
    check.everyAnsweredReadHasItsEvent();
    check.nobodyReadsAfterAnAnsweredWithdrawal();
    return check.broken;
  }

  /** No two checkpoints of one size differ, and each is the root of what is there now. */
  private void everyCheckpointIsOfThisLog() {
    history
        .checkpoints()
        .forEach((size, root) -> {
          if (size > 0 && !root.equals(log.roots().get(size))) {
            broken.add("the checkpoint of size " + size + " is of another log");
          }
        });
  }

  /**
   * Each event once and as it was reported, each source from 0 on without a gap and in order, all
   * that was promised.
   */
  private void sourcesAreWhole() {
    Map<String, Long> next = new HashMap<>();
    Set<String> events = new HashSet<>();
    for (JsonNode entry : log.entries()) {
      String source = entry.path("source").asText();
      long expected = next.merge(source, 1L, Long::sum) - 1;
      long position = entry.path("sourcePosition").asLong(-1);
      if (position != expected) {
        broken.add("%s has %d where %d was next".formatted(source, position, expected));
        next.put(source, position + 1);
      }
      if (entry.path("type").asText().equals("event.quarantined")) {
        broken.add("%s has a quarantined event at %d".formatted(source, position));
      }
      if (!events.add(entry.path("eventId").asText())) {
        broken.add("an event of " + source + " stands twice in the log");
      }
    }
    history
        .acknowledged()
        .forEach((source, count) -> {
          long stored = next.getOrDefault(source, 0L);
          if (stored < count) {
            broken.add(
                "%s was told that %d events are stored, %d are".formatted(source, count, stored));
          }
        });
  }

  /** No body left before its event was durable: each shown read has one event, and only one. */
  private void everyAnsweredReadHasItsEvent() {
    Map<String, Integer> logged = new HashMap<>();
    for (JsonNode entry : log.entries()) {
      if (entry.path("type").asText().equals("data.provided")) {
        logged.merge(entry.path("decision").path("id").asText(), 1, Integer::sum);
      }
    }
    Set<String> wrong = new TreeSet<>();
    for (History.Read read : history.reads()) {
      if (read.isShown() && logged.getOrDefault(read.decision(), 0) != 1) {
        wrong.add(read.decision());
      }
    }
    if (!wrong.isEmpty()) {
      broken.add(wrong.size() + " answered reads have no event, or two");
    }
  }

  private void nobodyReadsAfterAnAnsweredWithdrawal() {
    List<History.Read> shown = history.reads().stream().filter(History.Read::isShown).toList();
    long late =
        history.silences().stream()
            .mapToLong(silence -> shown.stream().filter(silence::covers).count())
            .sum();
    if (late > 0) {
      broken.add(late + " reads were answered after an answered withdrawal");
    }
  }
}
