package org.shouxin.launcher.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.backup.BackupNotice;
import org.shouxin.launcher.backup.Backups;
import org.shouxin.launcher.backup.DrillNotice;
import org.shouxin.launcher.backup.DrillReport;

/** A real backup is taken and restored beside the system. */
final class Drill {
  private Drill() {}

  /** Takes and restores one, and tells what was found. */
  static void passed(Stage stage) {
    try {
      Backups backups = Backups.of(stage.layout, Clock.systemUTC());
      new BackupNotice(stage.layout).tell(backups.take(), backups.purged());
      DrillReport report = backups.drill();
      stage.about(new DrillNotice(stage.layout).tell(report, backups.reportDigest(report)));
      stage.about(report.recordsBackup());
      if (!report.passed()) {
        throw new LauncherException("The restore drill found faults: " + report.faults());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
