package org.shouxin.audit.retention;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;

/** Reports records of one controller as its owners do, and reads what is kept, as of a day. */
final class Filing {
  final ControllerId controller;
  private final Database database = CDI.current().select(Database.class).get();
  private final RetentionReports reports = CDI.current().select(RetentionReports.class).get();
  private final DueDates dueDates = CDI.current().select(DueDates.class).get();
  private final KeptRecords records = CDI.current().select(KeptRecords.class).get();
  private final RetentionItems items = CDI.current().select(RetentionItems.class).get();

  Filing(String controller) {
    this.controller = new ControllerId(controller);
  }

  static ReportedRecord policy(
      UUID person, UUID policy, @Nullable String began, @Nullable String ends) {
    return new ReportedRecord(
        person.toString(),
        policy.toString(),
        RecordKind.POLICY,
        day(began),
        day(ends),
        "平安产险",
        "HQ");
  }

  static ReportedRecord identity(UUID person, String lastContact) {
    return new ReportedRecord(
        person.toString(), "", RecordKind.IDENTITY, null, day(lastContact), null, "HQ");
  }

  static ReportedRecord of(RecordKind kind, UUID person, UUID record, @Nullable String starts) {
    return new ReportedRecord(
        person.toString(), record.toString(), kind, null, day(starts), null, null);
  }

  static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  void report(ReportedRecord... told) {
    reports.take(controller, Store.RECORDS, List.of(told));
  }

  void reportConsent(ReportedRecord... told) {
    reports.take(controller, Store.CONSENT, List.of(told));
  }

  int recompute(LocalDate today) {
    return database.write(
        controller,
        handle -> {
          int moved = 0;
          Optional<DueDates.Page> page =
              dueDates.page(handle, controller, new UUID(0, 0), 3, today, Instant.now());
          while (page.isPresent()) {
            moved += page.get().moved();
            page = dueDates.page(handle, controller, page.get().last(), 3, today, Instant.now());
          }
          return moved;
        });
  }

  List<KeptRecord> kept(UUID person, LocalDate today) {
    return database.read(
        controller, handle -> records.ofSubject(handle, controller, person.toString(), today));
  }

  /** Due dates by class, as stored; "-" for none. */
  Map<String, String> dueDates(UUID person) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(
                    "select class, coalesce(due_on::text, '-') || ' v' || rule_version as due"
                        + " from retention_item where subject_ref = ?")
                .bind(0, person.toString())
                .mapToMap()
                .stream()
                .collect(
                    Collectors.toMap(
                        row -> String.valueOf(row.get("class")),
                        row -> String.valueOf(row.get("due")),
                        (one, same) -> one)));
  }

  List<String> due(UUID person, LocalDate today) {
    return database.read(
        controller,
        handle ->
            items.due(handle, controller, today, 1000).stream()
                .filter(item -> item.subjectRef().equals(person.toString()))
                .map(DueItem::retentionClass)
                .toList());
  }

  List<String> changes(UUID person) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(
                    "select i.class || ' v' || c.from_version || ' ' || coalesce(c.from_due_on::text, '-')"
                        + " || ' > v' || c.to_version || ' ' || coalesce(c.to_due_on::text, '-')"
                        + " from retention_due_change c join retention_item i on i.id = c.item_id"
                        + " where i.subject_ref = ? order by c.changed_at, 1")
                .bind(0, person.toString())
                .mapTo(String.class)
                .list());
  }

  String state(UUID person, String recordRef) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(
                    "select max(state) from retention_item where subject_ref = ? and record_ref = ?")
                .bind(0, person.toString())
                .bind(1, recordRef)
                .mapTo(String.class)
                .one());
  }

  /** The state of a file of nobody. */
  String fileState(UUID file) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(
                    "select max(state) from retention_item where subject_ref = '' and record_ref = ?")
                .bind(0, file.toString())
                .mapTo(String.class)
                .one());
  }

  static UUID somebody() {
    return Ids.random();
  }
}
