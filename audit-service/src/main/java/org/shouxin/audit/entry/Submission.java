package org.shouxin.audit.entry;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Entries of one caller that wait for the sequencer; answered with the source's next position after
 * the commit.
 */
record Submission(
    String source,
    long firstPosition,
    List<PreparedEntry> entries,
    CompletableFuture<Long> stored) {

  Submission(String source, long firstPosition, List<PreparedEntry> entries) {
    this(source, firstPosition, entries, new CompletableFuture<>());
  }
}
