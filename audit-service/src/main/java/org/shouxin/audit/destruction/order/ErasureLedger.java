package org.shouxin.audit.destruction.order;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.database.Database;

/**
 * The erasure ledger (R-RC-08): whose key is destroyed and which record is gone, in the order of
 * the log, ids only. It is read from the log's own entries, so that it can be rebuilt from them and
 * from nothing else; a restore replays it before anybody reads.
 */
@Singleton
class ErasureLedger {
  private static final String PAGE =
      "select log_index, entry::json ->> 'controllerId' as controller_id,"
          + " entry::json ->> 'type' as type,"
          + " cast(entry::json ->> 'subjectRef' as uuid) as subject_ref,"
          + " coalesce(entry::json -> 'resource' ->> 'id', '') as record_ref,"
          + " cast(entry::json ->> 'occurredAt' as timestamptz) as destroyed_at"
          + " from log_entry where log_index > ?"
          + " and (entry like '%\"type\":\"key.destroyed\"%' or entry like '%\"type\":\"record.destroyed\"%')"
          + " order by log_index limit ?";

  /**
   * A line of the ledger.
   *
   * @param type {@code key.destroyed} (a whole person) or {@code record.destroyed}
   * @param recordRef the owner's id of the record; empty for a key
   */
  public record LedgerLine(
      long logIndex,
      String controllerId,
      String type,
      UUID subjectRef,
      String recordRef,
      Instant destroyedAt) {}

  private final Database database;

  @Inject
  ErasureLedger(Database database) {
    this.database = database;
  }

  /** Lines above an entry of the log. */
  List<LedgerLine> page(long after, int rows) {
    return database.systemRead(handle ->
        handle.createQuery(PAGE).bind(0, after).bind(1, rows).mapTo(LedgerLine.class).list());
  }
}
