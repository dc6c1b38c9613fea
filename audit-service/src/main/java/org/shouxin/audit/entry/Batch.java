package org.shouxin.audit.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * One commit of the sequencer: sorts what waits into new, stored already, and out of order, by each
 * source's dense positions. Remembers the heads between commits, since nobody else writes.
 */
final class Batch {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EntryStore store;
  private final Map<String, Long> heads;
  private long size;

  Batch(EntryStore store, long size, Map<String, Long> heads) {
    this.store = store;
    this.size = size;
    this.heads = heads;
  }

  /**
   * Stores and answers; returns the number of new entries, or -1 when another writer moved the
   * head.
   */
  int store(List<Submission> waiting) throws SQLException {
    int stored = 0;
    List<Submission> rest = waiting;
    try {
      while (!rest.isEmpty()) {
        List<Submission> deferred = new ArrayList<>();
        int now = storeOnce(rest, deferred);
        if (now < 0) {
          return -1;
        }
        stored += now;
        rest = deferred;
      }
      return stored;
    } finally {
      waiting.forEach(submission ->
          submission
              .stored()
              .completeExceptionally(new ProblemException(ProblemCode.AUDIT_UNAVAILABLE)));
    }
  }

  private int storeOnce(List<Submission> waiting, List<Submission> deferred) throws SQLException {
    Map<String, Long> moved = new HashMap<>();
    List<PreparedEntry> fresh = new ArrayList<>();
    List<Submission> accepted = new ArrayList<>();
    for (Submission submission : waiting) {
      long head = heads.getOrDefault(submission.source(), 0L);
      long expected = moved.getOrDefault(submission.source(), head);
      if (submission.firstPosition() > expected) {
        submission.stored().completeExceptionally(gap(expected));
      } else if (submission.firstPosition() < expected && expected > head) {
        // Overlaps what this very commit brings: look at it again when that is stored.
        deferred.add(submission);
      } else if (isOtherThanStored(submission, head)) {
        submission
            .stored()
            .completeExceptionally(new ProblemException(ProblemCode.SOURCE_CONFLICT));
      } else {
        int known = (int) Math.min(head - submission.firstPosition(), submission.entries().size());
        List<PreparedEntry> more =
            submission.entries().subList(Math.max(0, known), submission.entries().size());
        fresh.addAll(more);
        if (!more.isEmpty()) {
          moved.put(submission.source(), expected + more.size());
        }
        accepted.add(submission);
      }
    }
    if (!fresh.isEmpty()) {
      if (!store.append(size, fresh, moved)) {
        return -1;
      }
      size += fresh.size();
      heads.putAll(moved);
    }
    accepted.forEach(this::answer);
    return fresh.size();
  }

  private void answer(Submission submission) {
    submission.stored().complete(heads.getOrDefault(submission.source(), 0L));
  }

  private boolean isOtherThanStored(Submission submission, long head) throws SQLException {
    if (submission.firstPosition() >= head) {
      return false;
    }
    long end = Math.min(head, submission.firstPosition() + submission.entries().size());
    Map<Long, String> stored = store.stored(submission.source(), submission.firstPosition(), end);
    return submission.entries().stream()
        .filter(entry -> entry.position() < end)
        .anyMatch(entry -> !isReplay(entry, stored.getOrDefault(entry.position(), "{}")));
  }

  /**
   * Whether the stored entry is this event; one that was quarantined then may come again as it
   * likes.
   */
  private static boolean isReplay(PreparedEntry entry, String stored) {
    try {
      ObjectNode event = (ObjectNode) JSON.readTree(stored);
      event.remove(List.of("recordedAt", "source", "sourcePosition"));
      return event.path("type").asText().equals(PreparedEntry.QUARANTINED)
          || new String(CanonicalJson.write(event), StandardCharsets.UTF_8)
              .equals(entry.reported());
    } catch (JsonProcessingException unreadable) {
      return false;
    }
  }

  private static ProblemException gap(long expected) {
    return new ProblemException(ProblemCode.SOURCE_GAP, "position " + expected + " is expected");
  }
}
