package org.shouxin.records.intake;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import jdk.jfr.Recording;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.Book;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.intake.book.BookFile;
import org.shouxin.records.intake.sample.SampleBook;
import org.shouxin.testing.PostgresServer;

/**
 * Measures a full import against {@code COPY} of the same rows; not part of the test run: {@code
 * -Dtest=ImportSpeed -Dspeed.rows=50000 -Dshouxin.intake.batch-rows=2000}, with {@code -Dspeed.recording=FILE} for a flight
 * recording.
 */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class ImportSpeed {
  @TempDir Path folder;
  @Inject Database database;
  @Inject ImportReading reading;
  @Inject Spool spool;
  @Inject Clock clock;

  @Test
  void measure() throws Exception {
    int rows = Integer.getInteger("speed.rows", 20_000);
    Path book = SampleBook.write(folder, rows, 77).book();
    System.out.printf("warm-up: %.0f rows/s%n", rate("ctl-speed-warm", book, rows / 5));
    double copied = copy(book, rows);
    String recordTo = System.getProperty("speed.recording");
    double imported;
    try (Recording recording = new Recording()) {
      if (recordTo != null) {
        recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
        recording.enable("jdk.NativeMethodSample").withPeriod(Duration.ofMillis(10));
        recording.start();
      }
      resetPeaks();
      Duration java = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
      Duration postgres = postgresCpu();
      imported = rate("ctl-speed", book, rows);
      System.out.printf(
          "CPU a row: Java %d us, PostgreSQL %d us%n",
          ProcessHandle.current().info().totalCpuDuration().orElseThrow().minus(java).toNanos()
              / 1000
              / rows,
          postgresCpu().minus(postgres).toNanos() / 1000 / rows);
      if (recordTo != null) {
        recording.dump(Path.of(recordTo));
      }
    }
    System.out.printf(
        "%d rows: COPY %.0f rows/s, import %.0f rows/s, ratio %.1f, peak heap %d MB, load %.1f%n",
        rows,
        copied,
        imported,
        copied / imported,
        peakHeap() >> 20,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** Rows a second; the warm-up stops after some rows. */
  private double rate(String name, Path book, int rows) throws IOException {
    ControllerId controller = new ControllerId(name);
    UUID id = Ids.next();
    database.write(
        controller,
        handle ->
            ImportTable.insert(
                handle, Book.importer(controller), id, new byte[32], 1, OffsetDateTime.now(clock)));
    long start = System.nanoTime();
    reading.read(
        controller,
        id,
        BookFile.of(book),
        () -> name.endsWith("warm") && rowsRead(controller, id) >= rows);
    double seconds = (System.nanoTime() - start) / 1e9;
    return rowsRead(controller, id) / seconds;
  }

  private long rowsRead(ControllerId controller, UUID id) {
    return database
        .read(controller, handle -> ImportTable.find(handle, id))
        .orElseThrow()
        .rowsRead();
  }

  private static double copy(Path book, int rows) throws SQLException, IOException {
    try (Connection connection = PostgresServer.get().administrator("records");
        Statement statement = connection.createStatement();
        Reader text = Files.newBufferedReader(book, Charset.forName("GB18030"))) {
      int columns = SampleBook.header().size();
      StringBuilder table = new StringBuilder("create table plain_rows (");
      for (int i = 0; i < columns; i++) {
        table.append(i == 0 ? "" : ", ").append('c').append(i).append(" text");
      }
      statement.execute(table + ")");
      long start = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy plain_rows from stdin with (format csv)", text);
      double seconds = (System.nanoTime() - start) / 1e9;
      statement.execute("drop table plain_rows");
      return rows / seconds;
    }
  }

  private Duration postgresCpu() {
    int backend =
        database.systemRead(
            handle -> handle.createQuery("select pg_backend_pid()").mapTo(Integer.class).one());
    return ProcessHandle.of(backend)
        .orElseThrow()
        .parent()
        .orElseThrow()
        .children()
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static void resetPeaks() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
