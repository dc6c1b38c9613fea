package org.shouxin.audit.trace;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;
import org.shouxin.platform.identity.ControllerId;

/**
 * Of whom a reader had which fields, in PostgreSQL: one row for a reader's day and set of fields.
 */
@Singleton
class HeldRows {
  private static final int ROWS_AT_ONCE = 2_000;
  private static final String STORED =
      "select actor_kind, actor_id, day, fields, subjects from trace_held"
          + " where (actor_kind, actor_id, day) in (select * from unnest(?::text[], ?::text[], ?::date[]))";
  private static final String STORE =
      "insert into trace_held (controller_id, actor_kind, actor_id, day, fields, subjects)"
          + " values (?, ?, ?, ?, ?, ?) on conflict on constraint trace_held_pk do update"
          + " set subjects = excluded.subjects";
  private static final String BEFORE =
      "select actor_kind, actor_id, fields, subjects from trace_held"
          + " where day < ? and string_to_array(fields, ',') && ?::text[]";
  private static final String LAST_DAY =
      "select e.actor_kind, e.actor_id, t.number,"
          + " array_to_string(array(select jsonb_array_elements_text("
          + "l.entry::jsonb -> 'resource' -> 'fields')), ',') as fields"
          + " from audit_event e join log_entry l on l.log_index = e.log_index"
          + " join trace_subject t on t.controller_id = e.controller_id and t.subject_ref = e.subject_ref"
          + " where e.occurred_at >= ? and e.occurred_at < ? and e.type in ('record.read', 'data.provided')"
          + " and e.actor_kind in ('employee', 'partner')";

  private record Key(Reader reader, LocalDate day, String fields) {}

  /** Adds reads of the controller to which the transaction is bound. */
  void fold(
      Handle handle,
      ControllerId controller,
      List<TraceIndex.Read> reads,
      Map<UUID, Integer> numbers) {
    Map<Key, RoaringBitmap> changed = new HashMap<>();
    for (TraceIndex.Read read : reads) {
      Integer number = numbers.get(read.subjectRef());
      if (number != null && !read.fields().isEmpty()) {
        changed
            .computeIfAbsent(
                new Key(read.reader(), read.day(), read.fields()), _ -> new RoaringBitmap())
            .add(number);
      }
    }
    addStored(handle, changed);
    changed.forEach((key, subjects) ->
        handle.execute(
            STORE,
            controller,
            key.reader().kind(),
            key.reader().id(),
            key.day(),
            key.fields(),
            Bitmaps.bytes(subjects)));
  }

  private static void addStored(Handle handle, Map<Key, RoaringBitmap> changed) {
    List<String> kinds = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    List<String> days = new ArrayList<>();
    for (Key key : changed.keySet()) {
      kinds.add(key.reader().kind());
      ids.add(key.reader().id());
      days.add(key.day().toString());
    }
    handle
        .createQuery(STORED)
        .bindArray(0, String.class, kinds)
        .bindArray(1, String.class, ids)
        .bindArray(2, String.class, days)
        .map((row, context) -> {
          Key key =
              new Key(
                  Bitmaps.reader(row), row.getObject(3, LocalDate.class), row.getString("fields"));
          RoaringBitmap subjects = changed.get(key);
          if (subjects != null) {
            subjects.or(Bitmaps.subjects(row));
          }
          return 1;
        })
        .forEach(_ -> {});
  }

  /** Of whom each reader had read all these fields before the time, not always at once. */
  Map<Reader, RoaringBitmap> heldBefore(Handle handle, Instant before, Set<String> known) {
    Map<Reader, Map<String, RoaringBitmap>> byField = new HashMap<>();
    LocalDate day = LocalDate.ofInstant(before, ZoneOffset.UTC);
    handle
        .createQuery(BEFORE)
        .setFetchSize(ROWS_AT_ONCE)
        .bind(0, day)
        .bindArray(1, String.class, known)
        .map((row, context) -> {
          add(byField, Bitmaps.reader(row), row.getString("fields"), known, Bitmaps.subjects(row));
          return 1;
        })
        .forEach(_ -> {});
    handle
        .createQuery(LAST_DAY)
        .bind(0, day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .bind(1, before)
        .map((row, context) -> {
          RoaringBitmap one = RoaringBitmap.bitmapOf(row.getInt("number"));
          add(byField, Bitmaps.reader(row), row.getString("fields"), known, one);
          return 1;
        })
        .forEach(_ -> {});
    Map<Reader, RoaringBitmap> held = new HashMap<>();
    byField.forEach((reader, fields) -> {
      if (fields.keySet().containsAll(known)) {
        held.put(
            reader,
            fields.values().stream()
                .reduce((one, other) -> RoaringBitmap.and(one, other))
                .orElseGet(RoaringBitmap::new));
      }
    });
    return held;
  }

  private static void add(
      Map<Reader, Map<String, RoaringBitmap>> byField,
      Reader reader,
      String fields,
      Set<String> known,
      RoaringBitmap subjects) {
    for (String field : fields.split(",", -1)) {
      if (known.contains(field)) {
        byField
            .computeIfAbsent(reader, _ -> new HashMap<>())
            .computeIfAbsent(field, _ -> new RoaringBitmap())
            .or(subjects);
      }
    }
  }
}
