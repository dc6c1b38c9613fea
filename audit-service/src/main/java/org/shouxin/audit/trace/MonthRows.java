package org.shouxin.audit.trace;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/** Whole past months of reads in PostgreSQL, one row a reader; made of the days once. */
@Singleton
class MonthRows {
  private static final int ROWS_AT_ONCE = 2_000;
  private static final String ROLLED = "select distinct month from trace_month";
  private static final String DUE =
      "select distinct date_trunc('month', day)::date from trace_reads where day < ?"
          + " except select month from trace_month";
  private static final String DAYS =
      "select actor_kind, actor_id, subjects, first_at, last_at from trace_reads"
          + " where day >= ? and day < ?";
  private static final String STORE =
      "insert into trace_month (controller_id, actor_kind, actor_id, month, subjects, first_at, last_at)"
          + " values (?, ?, ?, ?, ?, ?, ?) on conflict on constraint trace_month_pk do update"
          + " set subjects = excluded.subjects, first_at = excluded.first_at, last_at = excluded.last_at";
  private static final String ONE =
      "select subjects, first_at, last_at from trace_month"
          + " where actor_kind = ? and actor_id = ? and month = ?";
  private static final String MONTHS =
      "select actor_kind, actor_id, subjects, first_at, last_at from trace_month"
          + " where month = any(?::date[]) and actor_kind in ('employee', 'partner')";

  /** First days of the months that have rows here. */
  Set<LocalDate> rolled(Handle handle) {
    return handle.createQuery(ROLLED).mapTo(LocalDate.class).stream().collect(Collectors.toSet());
  }

  /** Makes the rows of every month that is over and has none. */
  void rollUp(Handle handle, ControllerId controller, LocalDate today) {
    List<LocalDate> due =
        handle.createQuery(DUE).bind(0, today.withDayOfMonth(1)).mapTo(LocalDate.class).list();
    for (LocalDate month : due) {
      Map<Reader, Reads> sums = new HashMap<>();
      handle
          .createQuery(DAYS)
          .setFetchSize(ROWS_AT_ONCE)
          .bind(0, month)
          .bind(1, month.plusMonths(1))
          .map((row, context) -> sums.merge(Bitmaps.reader(row), Bitmaps.read(row), Reads::plus))
          .forEach(_ -> {});
      sums.forEach((reader, reads) -> store(handle, controller, reader, month, reads));
    }
  }

  /** Adds reads that arrived late to a month that has rows already. */
  void add(Handle handle, ControllerId controller, Reader reader, LocalDate month, Reads late) {
    Reads sum =
        handle
            .createQuery(ONE)
            .bind(0, reader.kind())
            .bind(1, reader.id())
            .bind(2, month)
            .map((row, context) -> Bitmaps.read(row))
            .findOne()
            .map(known -> known.plus(late))
            .orElse(late);
    store(handle, controller, reader, month, sum);
  }

  void forEach(Handle handle, Set<LocalDate> months, BiConsumer<Reader, Reads> each) {
    handle
        .createQuery(MONTHS)
        .setFetchSize(ROWS_AT_ONCE)
        .bindArray(0, String.class, months.stream().map(LocalDate::toString).toList())
        .map((row, context) -> {
          each.accept(Bitmaps.reader(row), Bitmaps.read(row));
          return 1;
        })
        .forEach(_ -> {});
  }

  private static void store(
      Handle handle, ControllerId controller, Reader reader, LocalDate month, Reads reads) {
    handle.execute(
        STORE,
        controller,
        reader.kind(),
        reader.id(),
        month,
        Bitmaps.bytes(reads.subjects()),
        reads.firstAt(),
        reads.lastAt());
  }
}
