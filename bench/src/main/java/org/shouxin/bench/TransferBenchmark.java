package org.shouxin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.shouxin.launcher.packageverifier.VerifyPackage;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * A transfer of the business of many customers from one controller to another of the same system:
 * packed, verified by the stand-alone verifier, imported and reconciled, with the peak heap of
 * records-service; beside COPY of the same rows from their tables into others with the same
 * indexes, which is what pg_dump and pg_restore do.
 */
final class TransferBenchmark implements Benchmark {
  /** Where another number of people than 10 thousand is set. */
  static final String PEOPLE = "SHOUXIN_BENCH_TRANSFER_PEOPLE";

  private static final int USUAL = 10_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double BYTES_PER_MIB = 1 << 20;

  private final int atFull;

  TransferBenchmark() {
    String said = System.getenv(PEOPLE);
    this.atFull = said == null ? USUAL : Integer.parseInt(said);
  }

  @Override
  public String name() {
    return "transfer";
  }

  @Override
  public String title() {
    return "people a second of a package: packed, verified, imported, reconciled; beside COPY of the rows";
  }

  @Override
  public List<Figure> measure(Bed bed, Settings settings) {
    int people = settings.size(atFull);
    long gone =
        bed.number(
            DatabaseName.RECORDS, "select count(*) from customer where departed_at is not null");
    CustomerBase.atLeast(bed, (int) gone + 2 * people);
    SoldPeople sold = SoldPeople.choose(bed, people);
    double copied = sold.copied();
    sold.cutOver();
    AtomicLong peak = new AtomicLong();
    Thread watch = Thread.ofVirtual().start(() -> ImportBenchmark.watch(bed, peak));
    double packed = seconds(sold::pack);
    JsonNode signed = sold.handedOver();
    Path folder = sold.laidDown(signed);
    double verified = seconds(() -> verify(folder));
    double imported = seconds(() -> sold.arrive(signed, folder));
    double reconciled = seconds(sold::reconcile);
    watch.interrupt();
    double whole = packed + verified + imported + reconciled;
    return List.of(
        Figure.alone("transfer-of-" + people + "-packed", packed, "s"),
        Figure.alone("transfer-of-" + people + "-verified", verified, "s"),
        Figure.alone("transfer-of-" + people + "-imported", imported, "s"),
        Figure.alone("transfer-of-" + people + "-reconciled", reconciled, "s"),
        Figure.beside("transfer-of-" + people, people / whole, "people/s", people / copied),
        Figure.alone("transfer-peak-heap", peak.get() / BYTES_PER_MIB, "MiB of records-service"));
  }

  private static void verify(Path folder) {
    try (PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream())) {
      int status =
          VerifyPackage.run(nowhere, folder, folder.resolveSibling("seller.jwk"), null, null);
      if (status != 0) {
        throw new BenchException("The package does not verify.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double seconds(Runnable work) {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / NANOS_PER_SECOND;
  }
}
