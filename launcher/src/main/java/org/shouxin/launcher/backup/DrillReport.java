package org.shouxin.launcher.backup;

import java.util.List;

/**
 * What a restore drill found (R-RC-08): signed evidence without personal data.
 *
 * @param passed no fault
 * @param faults each a code and what it concerns; people by pseudonym
 * @param recordsBackedUpAt when the backup of the records was begun; "-" when there is none
 * @param rpoSeconds how old the newest commit would be that a restore of this moment loses
 * @param rtoSeconds from opening the backups until they could be read
 * @param tablesCompared tables whose count and digest were compared with those of the backup
 * @param rowsCompared rows in them
 * @param ledgerEntries people and single records that the ledger names
 * @param ledgerRebuilt the ledger was missing and was rebuilt from the log
 * @param revived people whose key the backups held and the replay destroyed again
 * @param recordsRevived destroyed records of people who stay that the backups held, likewise
 * @param erasedTried people and records that ledger or log name, and that the drill tried to read
 * @param livingTried people who were not erased, tried to see that the attempt means something
 * @param restoredLogSize entries below the restored log's newest checkpoint
 * @param signedLogSize entries that were signed until now; audit-service signs nothing below
 */
public record DrillReport(
    String id,
    String startedAt,
    String endedAt,
    boolean passed,
    List<String> faults,
    String recordsBackup,
    String keysBackup,
    String recordsBackedUpAt,
    long rpoSeconds,
    long rtoSeconds,
    int tablesCompared,
    long rowsCompared,
    int ledgerEntries,
    boolean ledgerRebuilt,
    int revived,
    int recordsRevived,
    int erasedTried,
    int livingTried,
    int livingOpened,
    long restoredLogSize,
    long signedLogSize) {

  /** The fault of an erased person who can be read, by pseudonym. */
  static final String ERASED_READABLE = "ERASED_READABLE";

  int erasedReadable() {
    return (int) faults.stream().filter(fault -> fault.startsWith(ERASED_READABLE)).count();
  }
}
