package org.shouxin.consent.receipt;

import java.util.List;

/**
 * What proves that a decision's event is in the audit log.
 *
 * @param entry the log entry, byte for byte
 * @param tlogProof C2SP tlog-proof: index, path and signed checkpoint
 */
record LogProof(String entry, String tlogProof) {
  private static final String VERSION = "c2sp.org/tlog-proof@v1";

  /** The entry's index in the log. */
  long index() {
    return Long.parseLong(tlogProof.lines().skip(1).findFirst().orElseThrow().substring(6));
  }

  /** Writes the proof in the form of c2sp.org/tlog-proof. */
  static LogProof of(String entry, long index, List<String> path, String checkpoint) {
    StringBuilder text = new StringBuilder(VERSION).append("\nindex ").append(index).append('\n');
    path.forEach(hash -> text.append(hash).append('\n'));
    return new LogProof(entry, text.append('\n').append(checkpoint).toString());
  }
}
