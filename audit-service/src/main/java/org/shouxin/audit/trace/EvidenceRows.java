package org.shouxin.audit.trace;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;
import org.shouxin.platform.identity.ControllerId;

/** The exact reads behind a ranking, from the log's index: a few people of each first suspect. */
@Singleton
class EvidenceRows {
  private static final int SUSPECTS = 5;
  private static final int PEOPLE = 20;
  private static final String PERSONS =
      "select subject_ref from trace_subject where number = any(?)";
  private static final String LAST_READS =
      "select distinct on (subject_ref) event_id, log_index, occurred_at from audit_event"
          + " where controller_id = ? and subject_ref = any(?) and type in ('record.read', 'data.provided')"
          + " and actor_kind = ? and actor_id = ? and occurred_at < ?"
          + " order by subject_ref, occurred_at desc, log_index desc";

  /** A read as it stands in the index. */
  public record Read(UUID eventId, long logIndex, Instant occurredAt) {}

  /** Of each first suspect the last reads, before the time, of up to 20 leaked people. */
  List<Evidence> find(Handle handle, ControllerId controller, Ranking ranking, Instant before) {
    List<Evidence> evidence = new ArrayList<>();
    for (int place = 0; place < Math.min(SUSPECTS, ranking.suspects().size()); place++) {
      Suspect suspect = ranking.suspects().get(place);
      for (Read read : reads(handle, controller, suspect, ranking.matched().get(place), before)) {
        evidence.add(
            new Evidence(place, read.eventId().toString(), read.logIndex(), read.occurredAt()));
      }
    }
    return evidence;
  }

  private static List<Read> reads(
      Handle handle,
      ControllerId controller,
      Suspect suspect,
      RoaringBitmap matched,
      Instant before) {
    List<Integer> numbers = new ArrayList<>();
    for (int number : matched.limit(PEOPLE).toArray()) {
      numbers.add(number);
    }
    List<UUID> people =
        handle.createQuery(PERSONS).bindArray(0, Integer.class, numbers).mapTo(UUID.class).list();
    return handle
        .createQuery(LAST_READS)
        .bind(0, controller)
        .bindArray(1, UUID.class, people)
        .bind(2, suspect.actorKind())
        .bind(3, suspect.actorId())
        .bind(4, before)
        .mapTo(Read.class)
        .list();
  }
}
