package org.shouxin.audit.trace;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/**
 * Keeps the bitmaps up with the log: reads the entries behind its cursor and folds them in, one
 * window a transaction. One runner at a time holds the cursor's row; a window that fails is read
 * again.
 */
@Singleton
class TraceIndex {
  private static final int WINDOW = 20_000;
  private static final String CURSOR = "select next_log_index from trace_cursor for update";
  private static final String HEAD = "select size from log_head";
  private static final String ENTRIES =
      "select j ->> 'controllerId' as controller_id, (j ->> 'subjectRef')::uuid as subject_ref,"
          + " j -> 'actor' ->> 'kind' as actor_kind, j -> 'actor' ->> 'id' as actor_id,"
          + " (j ->> 'occurredAt')::timestamptz as occurred_at"
          + " from (select entry::jsonb as j from log_entry where log_index >= ? and log_index < ?) as e"
          + " where j ->> 'type' in ('record.read', 'data.provided') and j ->> 'subjectRef' is not null";
  private static final String MOVE = "update trace_cursor set next_log_index = ?";

  /** One read of one person, as the log tells it. */
  public record Read(
      ControllerId controllerId,
      UUID subjectRef,
      String actorKind,
      String actorId,
      Instant occurredAt) {
    Reader reader() {
      return new Reader(actorKind, actorId);
    }

    LocalDate day() {
      return LocalDate.ofInstant(occurredAt, ZoneOffset.UTC);
    }
  }

  private final Database database;
  private final ReadRows rows;
  private final MonthRows months;
  private final Clock clock;
  private final Map<ControllerId, LocalDate> rolledUpOn = new ConcurrentHashMap<>();

  @Inject
  TraceIndex(Database database, ReadRows rows, MonthRows months, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.months = months;
    this.clock = clock;
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void followLog() {
    catchUp();
  }

  /** Folds in everything that the log holds now. */
  void catchUp() {
    while (database.systemWrite(this::nextWindow)) {
      // Each window is a transaction of its own.
    }
  }

  private boolean nextWindow(Handle handle) {
    long from = handle.createQuery(CURSOR).mapTo(Long.class).one();
    long head = handle.createQuery(HEAD).mapTo(Long.class).one();
    long to = Math.min(head, from + WINDOW);
    if (from >= to) {
      return false;
    }
    Map<ControllerId, List<Read>> byController =
        handle.createQuery(ENTRIES).bind(0, from).bind(1, to).mapTo(Read.class).list().stream()
            .collect(
                Collectors.groupingBy(
                    Read::controllerId,
                    () -> new TreeMap<>((a, b) -> a.value().compareTo(b.value())),
                    Collectors.toList()));
    byController.forEach((controller, reads) -> {
      rows.fold(handle, controller, reads);
      if (to == head) {
        rollUpOnceADay(handle, controller);
      }
    });
    handle.execute(MOVE, to);
    return to < head;
  }

  /** In the transaction that {@link ReadRows#fold} bound to the controller. */
  private void rollUpOnceADay(Handle handle, ControllerId controller) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(rolledUpOn.get(controller))) {
      months.rollUp(handle, controller, today);
      rolledUpOn.put(controller, today);
    }
  }

  /** Everybody's reads of a controller before a time, and the numbers of the people of a sample. */
  Map<Reader, Reads> readsBefore(Handle handle, Instant before) {
    Map<Reader, Reads> all = new HashMap<>();
    rows.forEachDayBefore(handle, before, (reader, reads) -> all.merge(reader, reads, Reads::plus));
    return all;
  }
}
