package org.shouxin.audit.trace;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Canaries among leaked people, and whom the marks of leaked sheets name by the log. */
@Singleton
class ClueRows {
  private static final String CANARIES =
      "select t.number from monitor_canary c join trace_subject t"
          + " on t.controller_id = c.controller_id and t.subject_ref = c.subject_ref";
  private static final String MARKED =
      "select entry::json -> 'resource' ->> 'id' as export, entry::json ->> 'concerns' as reader"
          + " from log_entry where entry like '%\"type\":\"export.watermark.found\"%'"
          + " and entry::json ->> 'controllerId' = ? and entry::json -> 'resource' ->> 'id' = any(?)";

  /** Whom the mark of an export names: {@code employee:1024}. */
  public record Found(String export, String reader) {}

  /**
   * The clues of a sample. Canaries count for compliance officers only, who plant them: whoever
   * else may trace could ask of one person after another whether she is one.
   *
   * @param exports exports whose mark a leaked sheet carries, as decoding it has logged
   * @throws ProblemException {@code REQUEST_INVALID} for an export of which the log has no finding
   */
  Clues find(Handle handle, Actor asking, RoaringBitmap sample, List<String> exports) {
    RoaringBitmap canaries = new RoaringBitmap();
    if (asking.has(Role.COMPLIANCE_OFFICER)) {
      handle.createQuery(CANARIES).mapTo(Integer.class).forEach(canaries::add);
      canaries.and(sample);
    }
    return new Clues(canaries, marked(handle, asking.controller(), exports));
  }

  private static Set<Reader> marked(Handle handle, ControllerId controller, List<String> exports) {
    if (exports.isEmpty()) {
      return Set.of();
    }
    List<Found> found =
        handle
            .createQuery(MARKED)
            .bind(0, controller)
            .bindArray(1, String.class, exports)
            .mapTo(Found.class)
            .list();
    Set<String> unknown = new HashSet<>(exports);
    Set<Reader> readers = new HashSet<>();
    for (Found one : found) {
      unknown.remove(one.export());
      int colon = one.reader().indexOf(':');
      readers.add(new Reader(one.reader().substring(0, colon), one.reader().substring(colon + 1)));
    }
    if (!unknown.isEmpty()) {
      throw new ProblemException(
          ProblemCode.REQUEST_INVALID,
          "no sheet with the mark of one of these exports was decoded");
    }
    return readers;
  }
}
