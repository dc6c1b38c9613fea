package org.shouxin.audit.trace;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
          + " where day < ? and actor_kind in ('employee', 'partner')";
  private static final String LAST_DAY =
      "select actor_kind, actor_id, t.number, e.occurred_at from audit_event e"
          + " join trace_subject t on t.controller_id = e.controller_id and t.subject_ref = e.subject_ref"
          + " where e.occurred_at >= ? and e.occurred_at < ? and e.type in ('record.read', 'data.provided')"
          + " and e.actor_kind in ('employee', 'partner')";

  /** A person's place in the bitmaps. */
  public record Numbered(UUID subjectRef, int number) {}

  private record ReaderDay(Reader reader, LocalDate day) {}

  /** Adds reads of one controller. */
  void fold(Handle handle, ControllerId controller, List<TraceIndex.Read> reads) {
    handle.createQuery(BIND).bind(0, controller.value()).mapToMap().one();
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
    stored(handle, changed.keySet())
        .forEach((key, reads2) -> changed.merge(key, reads2, Reads::and));
    changed.forEach((key, merged) -> store(handle, controller, key, merged));
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

  int population(Handle handle) {
    return handle.createQuery("select count(*) from trace_subject").mapTo(Integer.class).one();
  }

  /** Whole days from the bitmaps; the day that {@code before} cuts, read by read. */
  void forEachDayBefore(Handle handle, Instant before, BiConsumer<Reader, Reads> each) {
    LocalDate day = LocalDate.ofInstant(before, ZoneOffset.UTC);
    handle
        .createQuery(BEFORE)
        .bind(0, day)
        .map((row, context) -> {
          each.accept(reader(row.getString(1), row.getString(2)), reads(row));
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
              reader(row.getString(1), row.getString(2)),
              new Reads(RoaringBitmap.bitmapOf(row.getInt(3)), at, at));
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
          found.put(new ReaderDay(reader(row.getString(1), row.getString(2)), day), reads(row));
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
        bytes(reads.subjects()),
        reads.firstAt(),
        reads.lastAt());
  }

  private static Reader reader(String kind, String id) {
    return new Reader(kind, id);
  }

  private static Reads reads(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Reads(
        bitmap(row.getBytes(4)), row.getTimestamp(5).toInstant(), row.getTimestamp(6).toInstant());
  }

  private static byte[] bytes(RoaringBitmap bitmap) {
    bitmap.runOptimize();
    ByteBuffer buffer = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
    bitmap.serialize(buffer);
    return buffer.array();
  }

  private static RoaringBitmap bitmap(byte[] bytes) {
    RoaringBitmap bitmap = new RoaringBitmap();
    try {
      bitmap.deserialize(ByteBuffer.wrap(bytes));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return bitmap;
  }
}
