package org.shouxin.audit.incident.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;

/** Notices as the person concerned sees them in the portal: being shown one is its delivery. */
@Singleton
class OwnNotices {
  private static final String OF_PERSON =
      "select o.id, o.incident_id, o.version, n.body_zh, n.body_en, n.issued_at, o.seen_at"
          + " from notice_order o join incident_notice n using (controller_id, incident_id, version)"
          + " where o.subject_ref = ? and o.state <> 'WITHHELD' order by n.issued_at desc";

  /** A stored notice to a person. */
  public record Row(
      UUID id,
      UUID incidentId,
      int version,
      String bodyZh,
      String bodyEn,
      Instant issuedAt,
      @Nullable Instant seenAt) {}

  /** A notice in the reader's language. */
  public record OwnNotice(UUID incidentId, int version, String body, Instant issuedAt) {}

  private final Database database;
  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  OwnNotices(Database database, OwnEvents audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  List<OwnNotice> show(Actor actor, Language language) {
    CustomerId customer = actor.requireCustomer();
    return database.write(
        actor.controller(),
        handle -> {
          List<Row> rows = handle.createQuery(OF_PERSON).bind(0, customer).mapTo(Row.class).list();
          rows.stream()
              .filter(row -> row.seenAt() == null)
              .forEach(row -> seen(handle, actor, customer, row));
          return rows.stream()
              .map(row ->
                  new OwnNotice(
                      row.incidentId(),
                      row.version(),
                      language == Language.ZH_CN ? row.bodyZh() : row.bodyEn(),
                      row.issuedAt()))
              .toList();
        });
  }

  private void seen(Handle handle, Actor actor, CustomerId customer, Row row) {
    int first =
        handle.execute(
            "update notice_order set seen_at = ? where id = ? and seen_at is null",
            clock.instant(),
            row.id());
    if (first == 1) {
      audit.record(
          handle,
          AuditEvents.of(actor, "incident.notice.delivery", clock)
              .subject(customer)
              .resource("incident", row.incidentId().toString())
              .noticeVersion(row.version())
              .channel("PORTAL")
              .reason("SEEN")
              .build());
    }
  }
}
