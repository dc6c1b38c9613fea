package org.shouxin.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Progress;
import org.shouxin.launcher.demo.BookImport;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * A full import (validate, recognise, encrypt, index, audit) against COPY of the same rows into a
 * plain table of the same server.
 */
final class ImportBenchmark implements Benchmark {
  private static final int ROWS = 1_000_000;
  private static final long SEED = 4_711;
  private static final int WATCH_MILLIS = 500;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double BYTES_PER_MIB = 1 << 20;

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String title() {
    return "rows a second of a full import over COPY of the same rows; peak heap";
  }

  @Override
  public List<Figure> measure(Bed bed, Settings settings) {
    int rows = settings.size(ROWS);
    Path book = SampleBooks.book(bed, rows, SEED + System.nanoTime() % 1_000);
    Path staff = book.resolveSibling("staff-sample.csv");
    double copied = copy(bed, book);
    AtomicLong peak = new AtomicLong();
    Thread watch = Thread.ofVirtual().start(() -> watch(bed, peak));
    long began = System.nanoTime();
    int status;
    try {
      status =
          new BookImport(bed.layout(), new Progress(System.out))
              .run(book, Bed.CONTROLLER, staff, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
    watch.interrupt();
    if (status != 0) {
      throw new BenchException("The import failed.");
    }
    double again = copy(bed, book);
    double copyRate = rows / Math.min(copied, again);
    return List.of(
        Figure.beside("import-" + rows, rows / seconds, "rows/s", copyRate),
        Figure.alone(
            "import-times-slower-than-copy",
            copyRate / (rows / seconds),
            "times (target 5, red line 12)"),
        Figure.alone("import-peak-heap", peak.get() / BYTES_PER_MIB, "MiB (limit 512)"));
  }

  private static double copy(Bed bed, Path book) {
    try (Connection connection = bed.installation().administrator(DatabaseName.RECORDS)) {
      List<String> lines =
          Files.readAllLines(book, Charset.forName("GB18030")).stream()
              .map(line -> line.replace("\\", "\\\\").replace("\t", "\\t"))
              .toList();
      int columns = lines.getFirst().split(",", -1).length;
      String table =
          IntStream.range(0, columns)
              .mapToObj(i -> "c" + i + " text")
              .collect(Collectors.joining(", "));
      try (var statement = connection.createStatement()) {
        statement.execute("drop table if exists bench_copy");
        statement.execute("create table bench_copy (" + table + ")");
      }
      StringBuilder text = new StringBuilder();
      for (String line : lines) {
        String[] cells = line.split(",", -1);
        for (int i = 0; i < columns; i++) {
          text.append(i == 0 ? "" : "\t").append(i < cells.length ? cells[i] : "");
        }
        text.append('\n');
      }
      Reader reader = new StringReader(text.toString());
      long began = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy bench_copy from stdin", reader);
      double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
      try (var statement = connection.createStatement()) {
        statement.execute("drop table bench_copy");
      }
      return seconds;
    } catch (SQLException | IOException e) {
      throw new BenchException("COPY failed: " + e.getMessage(), e);
    }
  }

  /** Peak of the heap in use right after collections, as the metrics tell it. */
  static void watch(Bed bed, AtomicLong peak) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (true) {
        String metrics =
            client
                .send(
                    HttpRequest.newBuilder(bed.url(Component.RECORDS, "/q/metrics")).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body();
        long used =
            metrics
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToLong(
                    line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        peak.accumulateAndGet(used, Math::max);
        Thread.sleep(WATCH_MILLIS);
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
