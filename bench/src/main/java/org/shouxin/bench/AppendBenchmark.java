package org.shouxin.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * Events that are durable and sequenced when answered, against rows of the same size inserted by
 * pgbench into the same server (performance.md 2, rows 1 and 2).
 */
record AppendBenchmark(String name, int eventsInPost, int connections) implements Benchmark {
  private static final String ONE_ROW =
      "insert into bench_row (id, at, body) values (gen_random_uuid(), now(), repeat('x', 640));";
  private static final String UNNEST =
      "insert into bench_row (id, at, body) select i, now(), b from unnest("
          + "(select array_agg(gen_random_uuid()) from generate_series(1, 100)),"
          + " array_fill(repeat('x', 640), array[100])) as t (i, b);";

  /** Four digits to the base of 36. */
  private static final long SOURCES = 36L * 36 * 36 * 36;

  private static final List<Integer> CLIENTS = List.of(8, 16, 32, 64);

  @Override
  public String title() {
    return eventsInPost == 1
        ? "append one event a POST, durable and sequenced, over single-row inserts by pgbench"
        : "append " + eventsInPost + " events a POST over inserts by unnest";
  }

  @Override
  public List<Figure> measure(Bed bed, Settings settings) {
    bed.execute(
        DatabaseName.AUDIT,
        "drop table if exists bench_row",
        "create table bench_row (id uuid primary key, at timestamptz, body text)",
        "grant insert on bench_row to audit");
    int clients = eventsInPost == 1 ? bestClients(bed, settings) : 4;
    long before = logged(bed);
    List<Sample> counted = new ArrayList<>();
    Rounds rounds =
        Rounds.interleaved(
            settings,
            () -> {
              Sample sample = append(bed, settings, counted.size());
              counted.add(sample);
              return sample;
            },
            () -> raw(bed, clients, settings.seconds()));
    verify(bed, settings, logged(bed) - before, counted);
    bed.execute(DatabaseName.AUDIT, "drop table bench_row");
    return List.of(rounds.figure(name, "events/s"));
  }

  private Sample append(Bed bed, Settings settings, int round) {
    String token = bed.token("records-service");
    // A source of its own for each connection and round.
    long number = System.currentTimeMillis() / 100 % SOURCES + SOURCES + round;
    String sourceEnd = Long.toString(number, 36).substring(1);
    Sample posts =
        ProcessorTime.of(
            bed,
            settings.seconds(),
            () ->
                Wrk.run(
                    bed.url(Component.AUDIT, "/v1/events"),
                    "append.lua",
                    connections,
                    settings.seconds(),
                    token,
                    List.of(
                        Long.toString(System.nanoTime() % 1_000_000),
                        Integer.toString(eventsInPost),
                        sourceEnd)));
    return new Sample(
        posts.perSecond() * eventsInPost,
        posts.p50(),
        posts.p99(),
        posts.errors(),
        posts.processorMicros());
  }

  private Sample raw(Bed bed, int clients, int seconds) {
    Sample rows =
        Pgbench.run(
            bed, DatabaseName.AUDIT, eventsInPost == 1 ? ONE_ROW : UNNEST, clients, seconds);
    return Sample.rate(rows.perSecond() * eventsInPost);
  }

  private int bestClients(Bed bed, Settings settings) {
    return CLIENTS.stream()
        .max(
            Comparator.comparingDouble(
                clients -> raw(bed, clients, Math.min(3, settings.seconds())).perSecond()))
        .orElseThrow();
  }

  /** Every acknowledged event is in the log. */
  private void verify(Bed bed, Settings settings, long inLog, List<Sample> samples) {
    double acknowledged =
        samples.stream().mapToDouble(Sample::perSecond).sum() * settings.seconds();
    if (inLog < acknowledged * 0.97) {
      throw new BenchException(
          "%.0f events were acknowledged, %d are in the log".formatted(acknowledged, inLog));
    }
    if (Stream.of(samples).flatMap(List::stream).anyMatch(sample -> sample.errors() > 0)) {
      System.out.println("  errors: " + samples.stream().mapToLong(Sample::errors).sum());
    }
  }

  private static long logged(Bed bed) {
    return bed.number(
        DatabaseName.AUDIT, "select count(*) from audit_event where controller_id = 'ctl-bench'");
  }
}
