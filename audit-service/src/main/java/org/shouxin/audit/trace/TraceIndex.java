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
import java.util.Set;
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
  private static final Set<String> READERS = Set.of("employee", "partner");
  private static final String CURSOR =
      "select next_log_index, next_held_index from trace_cursor for update";
  private static final String HEAD = "select size from log_head";
  private static final String ENTRIES =
      "select log_index, j ->> 'controllerId' as controller_id,"
          + " (j ->> 'subjectRef')::uuid as subject_ref,"
          + " j -> 'actor' ->> 'kind' as actor_kind, j -> 'actor' ->> 'id' as actor_id,"
          + " (j ->> 'occurredAt')::timestamptz as occurred_at,"
          + " array_to_string(array(select f from jsonb_array_elements_text("
          + "j -> 'resource' -> 'fields') as f order by f), ',') as fields"
          + " from (select log_index, entry::jsonb as j from log_entry"
          // Without the fence PostgreSQL parses the entry anew for each column.
          + " where log_index >= ? and log_index < ? offset 0) as e"
          + " where j ->> 'type' in ('record.read', 'data.provided') and j ->> 'subjectRef' is not null";
  private static final String MOVE =
      "update trace_cursor set next_log_index = greatest(next_log_index, ?),"
          + " next_held_index = greatest(next_held_index, ?)";

  /** First entries that are not folded in yet. */
  public record Cursor(long nextLogIndex, long nextHeldIndex) {}

  /**
   * One read of one person, as the log tells it.
   *
   * @param fields names in their order, separated by commas; empty when the log names none
   */
  public record Read(
      long logIndex,
      ControllerId controllerId,
      UUID subjectRef,
      String actorKind,
      String actorId,
      Instant occurredAt,
      String fields) {
    Reader reader() {
      return new Reader(actorKind, actorId);
    }

    LocalDate day() {
      return LocalDate.ofInstant(occurredAt, ZoneOffset.UTC);
    }
  }

  private final Database database;
  private final ReadRows rows;
  private final HeldRows held;
  private final MonthRows months;
  private final Clock clock;
  private final Map<ControllerId, LocalDate> rolledUpOn = new ConcurrentHashMap<>();

  @Inject
  TraceIndex(Database database, ReadRows rows, HeldRows held, MonthRows months, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.held = held;
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
    Cursor cursor = handle.createQuery(CURSOR).mapTo(Cursor.class).one();
    long from = Math.min(cursor.nextLogIndex(), cursor.nextHeldIndex());
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
      ReadRows.bind(handle, controller);
      fold(handle, controller, reads, cursor);
      if (to == head) {
        rollUpOnceADay(handle, controller);
      }
    });
    handle.execute(MOVE, to, to);
    return to < head;
  }

  private void fold(Handle handle, ControllerId controller, List<Read> reads, Cursor cursor) {
    List<Read> fresh =
        reads.stream().filter(read -> read.logIndex() >= cursor.nextLogIndex()).toList();
    if (!fresh.isEmpty()) {
      rows.fold(handle, controller, fresh);
    }
    List<Read> unheld =
        reads.stream()
            .filter(read -> read.logIndex() >= cursor.nextHeldIndex())
            .filter(read -> READERS.contains(read.actorKind()))
            .toList();
    if (!unheld.isEmpty()) {
      Set<UUID> people = unheld.stream().map(Read::subjectRef).collect(Collectors.toSet());
      held.fold(handle, controller, unheld, rows.numbers(handle, people));
    }
  }

  /** In the transaction that is bound to the controller. */
  private void rollUpOnceADay(Handle handle, ControllerId controller) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(rolledUpOn.get(controller))) {
      months.rollUp(handle, controller, today);
      rolledUpOn.put(controller, today);
    }
  }

  /**
   * Everybody's reads of a controller before a time.
   *
   * @param known of a leak; who never had them all of a person is not counted as her reader
   */
  Map<Reader, Reads> readsBefore(Handle handle, Instant before, Set<String> known) {
    Map<Reader, Reads> all = new HashMap<>();
    rows.forEachDayBefore(handle, before, (reader, reads) -> all.merge(reader, reads, Reads::plus));
    if (known.isEmpty()) {
      return all;
    }
    Map<Reader, Reads> holders = new HashMap<>();
    held.heldBefore(handle, before, known)
        .forEach((reader, subjects) -> {
          Reads reads = all.get(reader);
          if (reads != null && !subjects.isEmpty()) {
            holders.put(reader, new Reads(subjects, reads.firstAt(), reads.lastAt()));
          }
        });
    return holders;
  }
}
