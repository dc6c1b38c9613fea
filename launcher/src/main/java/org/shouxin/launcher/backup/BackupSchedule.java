package org.shouxin.launcher.backup;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.shouxin.launcher.Layout;

/**
 * What an installation does by itself once it has had its first backup: seals the WAL every few
 * seconds, notes who was erased, takes a backup each day and runs a restore drill each month (both
 * periods are in {@code backup.properties}).
 */
public final class BackupSchedule implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final Layout layout;
  private final Clock clock;
  private final Evidence evidence;
  private final Consumer<String> teller;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("backup").daemon().unstarted(task));
  private String lastFault = "";

  /**
   * Begins.
   *
   * @param teller gets a line for each backup, each drill and each new fault
   */
  public BackupSchedule(Layout layout, Clock clock, Consumer<String> teller) {
    this(layout, clock, PERIOD, Evidence.of(layout), teller);
  }

  BackupSchedule(
      Layout layout, Clock clock, Duration period, Evidence evidence, Consumer<String> teller) {
    this.layout = layout;
    this.clock = clock;
    this.evidence = evidence;
    this.teller = teller;
    var unused =
        executor.scheduleWithFixedDelay(
            this::quietly, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void quietly() {
    try {
      if (BackupSettings.exist(layout.home())) {
        run(Backups.of(layout, clock));
      }
      lastFault = "";
    } catch (IOException | RuntimeException e) {
      String fault = String.valueOf(e.getMessage());
      if (!fault.equals(lastFault)) {
        teller.accept("The backup is behind: " + fault);
        lastFault = fault;
      }
    }
  }

  private void run(Backups backups) throws IOException {
    backups.follow();
    if (backups.isBackupDue()) {
      List<CatalogueLine> taken = backups.take();
      taken.forEach(line -> teller.accept("Backup " + line.set() + "/" + line.id()));
      evidence.backups(taken, backups.purged());
    }
    if (backups.isDrillDue()) {
      DrillReport report = backups.drill();
      teller.accept(
          "Restore drill "
              + report.id()
              + (report.passed() ? " passed" : " FAILED: " + report.faults()));
      evidence.drill(report, backups.reportDigest(report));
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      executor.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
