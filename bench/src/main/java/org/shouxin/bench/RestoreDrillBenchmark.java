package org.shouxin.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.backup.Backups;
import org.shouxin.launcher.backup.DrillReport;

/**
 * A backup of both servers and a restore drill over it (R-RC-08): compared table by table, erased
 * people replayed and tried. Beside the backup stands reading both servers' files once.
 */
final class RestoreDrillBenchmark implements Benchmark {
  private static final int CUSTOMERS = 100_000;
  private static final double NANOS_PER_SECOND = 1e9;

  @Override
  public String name() {
    return "restore-drill";
  }

  @Override
  public String title() {
    return "seconds of a backup and of a restore drill of 100 thousand customers";
  }

  @Override
  public List<Figure> measure(Bed bed, Settings settings) {
    int customers = settings.size(CUSTOMERS);
    CustomerBase.atLeast(bed, customers);
    try {
      double read = seconds(() -> readAll(bed));
      Backups backups = Backups.of(bed.layout(), Clock.systemUTC());
      double backup = seconds(backups::take);
      long began = System.nanoTime();
      DrillReport report = backups.drill();
      double drill = (System.nanoTime() - began) / NANOS_PER_SECOND;
      if (!report.passed()) {
        throw new BenchException("The drill failed: " + report.faults());
      }
      return List.of(
          Figure.beside("backup-of-" + customers, backup, "s", read),
          Figure.alone("restore-drill-of-" + customers, drill, "s"),
          Figure.alone("restore-drill-rto", report.rtoSeconds(), "s"),
          Figure.alone("restore-drill-rpo", report.rpoSeconds(), "s (upper bound)"),
          Figure.alone("restore-drill-rows", report.rowsCompared(), "rows compared"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Work {
    Object run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / NANOS_PER_SECOND;
  }

  private static long readAll(Bed bed) throws IOException {
    long bytes = 0;
    for (Component server : List.of(Component.POSTGRESQL, Component.KEY_STORE)) {
      try (Stream<Path> files = Files.walk(bed.layout().postgresData(server))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            bytes += in.transferTo(OutputStream.nullOutputStream());
          } catch (NoSuchFileException removedMeanwhile) {
            continue;
          }
        }
      }
    }
    return bytes;
  }
}
