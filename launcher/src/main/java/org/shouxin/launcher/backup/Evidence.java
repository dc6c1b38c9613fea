package org.shouxin.launcher.backup;

import java.io.IOException;
import java.util.List;
import org.shouxin.launcher.Layout;

/** Where what the schedule did is told; audit-service in a running installation. */
interface Evidence {
  /** Backups that were taken, and those that had expired and were deleted. */
  void backups(List<CatalogueLine> taken, List<CatalogueLine> purged);

  /** A drill that ran, passed or not. */
  void drill(DrillReport report, String sha256) throws IOException;

  static Evidence of(Layout layout) {
    return new Evidence() {
      @Override
      public void backups(List<CatalogueLine> taken, List<CatalogueLine> purged) {
        new BackupNotice(layout).tell(taken, purged);
      }

      @Override
      public void drill(DrillReport report, String sha256) {
        new DrillNotice(layout).tell(report, sha256);
      }
    };
  }
}
