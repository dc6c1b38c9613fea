package org.shouxin.audit.trace;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;
import org.shouxin.platform.identity.ControllerId;

/** The bitmaps in PostgreSQL, one row for a reader's day. */
@Singleton
class ReadRows {
  private static final String BIND = "select set_config('shouxin.controller', ?, true)";
  private static final String NUMBER =
      "insert into trace_subject (controller_id, subject_ref, number)"
          + " select ?, s, coalesce((select max(number) + 1 from trace_subject where controller_id = ?), 0)"
          + " + row_number() over (order by s) - 1 from unnest(?::uuid[]) as s"
          + " where not exists (select 1 from trace_subject t where t.controller_id = ? and t.subject_ref = s)";
  private static final int PEOPLE_AT_ONCE = 50_000;
  private static final int ROWS_AT_ONCE = 2_000;
  private static final String SAMPLE =
      "select t.number from unnest(?::uuid[]) as s (id) join trace_subject t on t.subject_ref = s.id"
          + " where t.subject_ref between ? and ?";
  private static final String NUMBERS =
      "select subject_ref, number from trace_subject where subject_ref = any(?)";
  private static final String DAYS =
      "select actor_kind, actor_id, day, subjects, first_at, last_at from trace_reads"
          + " where (actor_kind, actor_id, day) in (select * from unnest(?::text[], ?::text[], ?::date[]))";
  private static final String STORE =
      "insert into trace_reads (controller_id, actor_kind, actor_id, day, subjects, first_at, last_at)"
          + " values (?, ?, ?, ?, ?, ?, ?) on conflict on constraint trace_reads_pk do update"
          + " set subjects = excluded.subjects, first_at = excluded.first_at, last_at = excluded.last_at";
  private static final String BEFORE =
      "select actor_kind, actor_id, day, subjects, first_at, last_at from trace_reads"
          + " where day < ? and date_trunc('month', day)::date <> all(?::date[])"
          + " and actor_kind in ('employee', 'partner')";
  private static final String LAST_DAY =
      "select actor_kind, actor_id, t.number, e.occurred_at from audit_event e"
          + " join trace_subject t on t.controller_id = e.controller_id and t.subject_ref = e.subject_ref"
          + " where e.occurred_at >= ? and e.occurred_at < ? and e.type in ('record.read', 'data.provided')"
          + " and e.actor_kind in ('employee', 'partner')";

  /** A person's place in the bitmaps. */
  public record Numbered(UUID subjectRef, int number) {}

  private record ReaderDay(Reader reader, LocalDate day) {
    LocalDate month() {
      return day.withDayOfMonth(1);
    }
  }

  private final MonthRows months;

  @Inject
  ReadRows(MonthRows months) {
    this.months = months;
  }

  /** Binds the transaction to a controller. */
  static void bind(Handle handle, ControllerId controller) {
    handle.createQuery(BIND).bind(0, controller.value()).mapToMap().one();
  }

  /** Adds reads of the controller to which the transaction is bound. */
  void fold(Handle handle, ControllerId controller, List<TraceIndex.Read> reads) {
    Set<UUID> people = reads.stream().map(TraceIndex.Read::subjectRef).collect(Collectors.toSet());
    handle.execute(NUMBER, controller, controller, people.toArray(UUID[]::new), controller);
    Map<UUID, Integer> numbers = numbers(handle, people);
    Map<ReaderDay, Reads> changed = new HashMap<>();
    for (TraceIndex.Read read : reads) {
      Integer number = numbers.get(read.subjectRef());
      if (number == null) {
        throw new IllegalStateException("a person just numbered has no number");
      }
      changed.merge(
          new ReaderDay(read.reader(), read.day()),
          new Reads(RoaringBitmap.bitmapOf(number), read.occurredAt(), read.occurredAt()),
          Reads::and);
    }
    addToRolledMonths(handle, controller, changed);
    stored(handle, changed.keySet())
        .forEach((key, reads2) -> changed.merge(key, reads2, Reads::and));
    changed.forEach((key, merged) -> store(handle, controller, key, merged));
  }

  /** A read that arrives when its month is over and rolled up is added to the month as well. */
  private void addToRolledMonths(
      Handle handle, ControllerId controller, Map<ReaderDay, Reads> changed) {
    Set<LocalDate> rolled = months.rolled(handle);
    changed.forEach((key, reads) -> {
      if (rolled.contains(key.month())) {
        months.add(handle, controller, key.reader(), key.month(), reads);
      }
    });
  }

  /** Numbers of those people who have one. */
  Map<UUID, Integer> numbers(Handle handle, Collection<UUID> people) {
    return handle
        .createQuery(NUMBERS)
        .bindArray(0, UUID.class, people)
        .mapTo(Numbered.class)
        .stream()
        .collect(Collectors.toMap(Numbered::subjectRef, Numbered::number));
  }

  /** Numbers of those people of a sample whom anybody ever read. */
  RoaringBitmap numbers(Handle handle, LeakedPeople people) {
    RoaringBitmap numbers = new RoaringBitmap();
    for (List<UUID> chunk : people.chunks(PEOPLE_AT_ONCE)) {
      handle
          .createQuery(SAMPLE)
          .bindArray(0, UUID.class, chunk)
          .bind(1, chunk.getFirst())
          .bind(2, chunk.getLast())
          .map((row, context) -> {
            numbers.add(row.getInt(1));
            return 1;
          })
          .forEach(_ -> {});
    }
    return numbers;
  }

  /** How many people anybody ever read; their numbers are dense. */
  int population(Handle handle) {
    return handle
        .createQuery("select coalesce(max(number) + 1, 0) from trace_subject")
        .mapTo(Integer.class)
        .one();
  }

  /** Whole months and days from the bitmaps; the day that {@code before} cuts, read by read. */
  void forEachDayBefore(Handle handle, Instant before, BiConsumer<Reader, Reads> each) {
    LocalDate day = LocalDate.ofInstant(before, ZoneOffset.UTC);
    Set<LocalDate> rolled = months.rolled(handle);
    rolled.removeIf(month -> !month.isBefore(day.withDayOfMonth(1)));
    months.forEach(handle, rolled, each);
    handle
        .createQuery(BEFORE)
        .setFetchSize(ROWS_AT_ONCE)
        .bind(0, day)
        .bindArray(1, String.class, rolled.stream().map(LocalDate::toString).toList())
        .map((row, context) -> {
          each.accept(Bitmaps.reader(row), Bitmaps.read(row));
          return 1;
        })
        .forEach(_ -> {});
    handle
        .createQuery(LAST_DAY)
        .bind(0, day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .bind(1, before)
        .map((row, context) -> {
          Instant at = row.getTimestamp(4).toInstant();
          each.accept(
              Bitmaps.reader(row), new Reads(RoaringBitmap.bitmapOf(row.getInt(3)), at, at));
          return 1;
        })
        .forEach(_ -> {});
  }

  private Map<ReaderDay, Reads> stored(Handle handle, Collection<ReaderDay> keys) {
    List<String> kinds = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    List<String> days = new ArrayList<>();
    for (ReaderDay key : keys) {
      kinds.add(key.reader().kind());
      ids.add(key.reader().id());
      days.add(key.day().toString());
    }
    Map<ReaderDay, Reads> found = new HashMap<>();
    handle
        .createQuery(DAYS)
        .bindArray(0, String.class, kinds)
        .bindArray(1, String.class, ids)
        .bindArray(2, String.class, days)
        .map((row, context) -> {
          LocalDate day = row.getObject(3, LocalDate.class);
          found.put(new ReaderDay(Bitmaps.reader(row), day), Bitmaps.read(row));
          return 1;
        })
        .forEach(_ -> {});
    return found;
  }

  private static void store(Handle handle, ControllerId controller, ReaderDay key, Reads reads) {
    handle.execute(
        STORE,
        controller,
        key.reader().kind(),
        key.reader().id(),
        key.day(),
        Bitmaps.bytes(reads.subjects()),
        reads.firstAt(),
        reads.lastAt());
  }
}
