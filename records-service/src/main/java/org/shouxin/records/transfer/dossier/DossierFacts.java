package org.shouxin.records.transfer.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What the tables of a transfer say, for its dossier. */
final class DossierFacts {
  private static final String UTC = "at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";

  private final Handle handle;
  private final UUID transfer;

  DossierFacts(Handle handle, UUID transfer) {
    this.handle = handle;
    this.transfer = transfer;
  }

  Optional<Dossier.Deal> deal() {
    return query(
            "select deal_type, scope, to_controller_id, to_controller_name, to_controller_contact,"
                + " cut_over_on::text from transfer where id = ?")
        .mapTo(Dossier.Deal.class)
        .findOne();
  }

  /** When the cut-over began, if it did. */
  Optional<Instant> effectiveAt() {
    return query(
            "select entered_at from transfer_stage where transfer_id = ? and stage = 'CUT_OVER'")
        .mapTo(Instant.class)
        .findOne();
  }

  Dossier.People people() {
    return query(
            "select count(*) as in_scope, count(delivered_at) as told, count(*) filter (where"
                + " delivered_at is null and unreachable_at is not null) as unreachable,"
                + " count(objected_at) as objected, count(chunk) filter (where disposition <> 'COPIED')"
                + " as moved, count(chunk) filter (where disposition = 'COPIED') as copied,"
                + " count(*) filter (where disposition = 'MOVES_RESTRICTED' and chunk is not null) as restricted"
                + " from transfer_person where transfer_id = ?")
        .mapTo(Dossier.People.class)
        .one();
  }

  Map<String, Long> staying() {
    Map<String, Long> staying = new TreeMap<>();
    query(
            "select situation, count(*) from transfer_person where transfer_id = ? and chunk is"
                + " null group by situation")
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(each -> staying.put(each.getKey(), each.getValue()));
    return staying;
  }

  List<Dossier.Act> stages() {
    return query(
            "select stage as code, entered_by as by, to_char(entered_at "
                + UTC
                + " as at, null as reference from transfer_stage where transfer_id = ?"
                + " order by sequence")
        .mapTo(Dossier.Act.class)
        .list();
  }

  List<Dossier.Act> evidence() {
    return query(
            "select gate as code, recorded_by as by, to_char(recorded_at "
                + UTC
                + " as at, reference from transfer_evidence where transfer_id = ?"
                + " order by recorded_at, id")
        .mapTo(Dossier.Act.class)
        .list();
  }

  /** When somebody recorded that the change was reported. */
  Optional<Instant> reportedAt() {
    return query(
            "select min(recorded_at) from transfer_evidence where transfer_id = ?"
                + " and gate = 'CHANGE_REPORTED' having count(*) > 0")
        .mapTo(Instant.class)
        .findOne();
  }

  List<Dossier.Notice> notices() {
    return query(
            "select language, sha256, to_char(published_at "
                + UTC
                + " as published_at from transfer_notice where transfer_id = ? order by language")
        .mapTo(Dossier.Notice.class)
        .list();
  }

  List<Dossier.Leftover> leftovers() {
    return query(
            "select item_class, decision, basis from transfer_leftover where transfer_id = ?"
                + " order by item_class")
        .mapTo(Dossier.Leftover.class)
        .list();
  }

  Optional<String> manifest() {
    return query("select manifest from package_manifest where transfer_id = ?")
        .mapTo(String.class)
        .findOne();
  }

  private Query query(String sql) {
    return handle.createQuery(sql).bind(0, transfer);
  }
}
