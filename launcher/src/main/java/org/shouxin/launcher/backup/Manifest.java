package org.shouxin.launcher.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup is: one line of the catalogue, signed (R-RC-08).
 *
 * @param id time and a random end, as in {@code 20261122T181500Z-3f9a01bc}
 * @param startedAt, endedAt, expiresAt ISO instants, UTC
 * @param sizeBytes of the sealed file
 * @param sha256 of the sealed file, hex
 * @param keyId Tink key id of the key it is sealed with
 * @param firstSegment first WAL segment that a restore needs
 * @param lastSegment the segment with the restore point {@code shouxin-<id>}
 * @param tables counts and digests at the restore point
 */
record Manifest(
    String id,
    BackupSet set,
    String startedAt,
    String endedAt,
    String expiresAt,
    long sizeBytes,
    String sha256,
    int keyId,
    String firstSegment,
    String lastSegment,
    String postgresql,
    List<TableFigure> tables) {

  /** The name of the moment in the WAL to which a restore returns. */
  static String restorePoint(String id) {
    return "shouxin-" + id;
  }

  boolean isExpired(Instant now) {
    return !Instant.parse(expiresAt).isAfter(now);
  }

  /** For messages. */
  String title() {
    return "backup " + set.folder() + "/" + id;
  }
}
