package org.shouxin.launcher.backup;

import java.util.ArrayList;
import java.util.List;

/** What a drill has found so far; becomes the report. */
final class DrillFindings {
  final List<String> faults = new ArrayList<>();
  String recordsBackup = "-";
  String keysBackup = "-";
  String recordsBackedUpAt = "-";
  long rpoSeconds;
  long rtoSeconds;
  int tablesCompared;
  long rowsCompared;
  int ledgerEntries;
  boolean ledgerRebuilt;
  int revived;
  int recordsRevived;
  int erasedTried;
  int livingTried;
  int livingOpened;
  long restoredLogSize;
  long signedLogSize;

  void fault(String code, String what) {
    faults.add(code + " " + what);
  }

  DrillReport report(String id, String startedAt, String endedAt) {
    return new DrillReport(
        id,
        startedAt,
        endedAt,
        faults.isEmpty(),
        List.copyOf(faults),
        recordsBackup,
        keysBackup,
        recordsBackedUpAt,
        rpoSeconds,
        rtoSeconds,
        tablesCompared,
        rowsCompared,
        ledgerEntries,
        ledgerRebuilt,
        revived,
        recordsRevived,
        erasedTried,
        livingTried,
        livingOpened,
        restoredLogSize,
        signedLogSize);
  }
}
